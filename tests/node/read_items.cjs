// Reads CSL JSON on standard input as citeproc-js does, and prints what it understood of each item.
const CSL = require("citeproc");
const fs = require("fs");
const path = require("path");

const items = JSON.parse(fs.readFileSync(0, "utf8"));
const byId = Object.fromEntries(items.map((item) => [item.id, item]));
const terms = ["et-al", "and others", "and", "no date", "page-range-delimiter", "open-quote", "close-quote"]
  .map((name) => `<term name="${name}">${name === "page-range-delimiter" ? "-" : ""}</term>`)
  .join("");
const locale = `<locale xmlns="http://purl.org/net/xbiblio/csl" version="1.0" xml:lang="en-US"><terms>${terms}</terms></locale>`;
const style = fs.readFileSync(path.join(__dirname, "fields.csl"), "utf8");
const engine = new CSL.Engine({ retrieveLocale: () => locale, retrieveItem: (id) => byId[id] }, style, "en-US", true);
engine.setOutputFormat("text");
const read = items.map((item) => {
  engine.updateItems([item.id]);
  return engine.makeBibliography()[1][0].trim();
});
process.stdout.write(JSON.stringify(read));
