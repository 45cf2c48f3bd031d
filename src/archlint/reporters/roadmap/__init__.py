"""The roadmap as a story: what it comes to (`story`), as text, as JSON, and as a chart."""
