// Reads a list of Mermaid texts, and says of each what its own parser makes of it.
import { readFileSync } from "node:fs";
import { JSDOM } from "jsdom";

const page = new JSDOM("<body></body>");
globalThis.window = page.window;
globalThis.document = page.window.document;
const { default: mermaid } = await import("mermaid");
mermaid.initialize({ securityLevel: "strict" });
const plain = (text) =>
  text.replaceAll("ﬂ°°", "#").replaceAll("ﬂ°", "&").replaceAll("¶ß", ";")
    .replace(/#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .replaceAll("\u200b", "");

const answers = [];
for (const text of JSON.parse(readFileSync(0, "utf8"))) {
  try {
    await mermaid.parse(text);
    const diagram = await mermaid.mermaidAPI.getDiagramFromText(text);
    const vertices = diagram.db.getVertices();
    answers.push({
      boxes: [...(vertices.values?.() ?? Object.values(vertices))].map((vertex) => plain(vertex.text.replace(/<br ?\/?>/g, " ").replace(/<\/?b>/g, ""))),
      frames: diagram.db.getSubGraphs().map((frame) => plain(frame.title)),
      lines: diagram.db.getEdges().map((edge) => plain(edge.text)),
    });
  } catch (error) {
    answers.push({ error: String(error.message) });
  }
}
process.stdout.write(JSON.stringify(answers), () => process.exit(0));
