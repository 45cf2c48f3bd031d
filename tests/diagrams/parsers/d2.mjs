// Reads a list of D2 texts, and says of each what its own compiler makes of it.
import { readFileSync } from "node:fs";
import { D2 } from "@terrastruct/d2";

const d2 = new D2();
const answers = [];
for (const text of JSON.parse(readFileSync(0, "utf8"))) {
  try {
    const { diagram } = await d2.compile(text);
    answers.push({
      boxes: diagram.shapes.map((shape) => shape.label),
      lines: diagram.connections.map((line) => line.label),
    });
  } catch (error) {
    answers.push({ error: String(error.message) });
  }
}
process.stdout.write(JSON.stringify(answers), () => process.exit(0));
