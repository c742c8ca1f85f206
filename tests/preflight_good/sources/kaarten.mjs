// Pages by PDFKit, pdf-lib and jsPDF: node kaarten.mjs FONT FOLDER
import fs from "fs";
import PDFDocument from "pdfkit";
import { PDFDocument as Lib, cmyk, rgb } from "pdf-lib";
import { jsPDF } from "jspdf";

const [font, out] = process.argv.slice(2);
const size = [297.6, 419.5];
const write = (name, data) => fs.writeFileSync(`${out}/${name}.pdf`, Buffer.from(data));

function kit(name, paint) {
  return new Promise((done) => {
    const page = new PDFDocument({ size, margin: 28, info: { CreationDate: new Date(0) } });
    const file = fs.createWriteStream(`${out}/pdfkit-${name}.pdf`);
    page.pipe(file);
    page.font(font);
    paint(page);
    page.end();
    file.on("finish", done);
  });
}
await kit("text", (page) => page.fontSize(12).text("Wat kom jij hier halen?"));
await kit("cmyk", (page) => {
  page.rect(40, 40, 120, 80).fill([0, 70, 60, 0]);
  page.fillColor([0, 0, 0, 100]).fontSize(14).text("Zwart op de zwarte plaat", 40, 200);
});
await kit("gradient", (page) => {
  const gradient = page.linearGradient(40, 40, 200, 40);
  gradient.stop(0, "#cc1122").stop(1, "#1122cc");
  page.rect(40, 40, 160, 80).fill(gradient);
  page.opacity(0.5).rect(60, 160, 90, 60).fill("#00aa00");
});
await kit("lines", (page) => {
  page.lineWidth(1.5).strokeColor([100, 0, 0, 0]);
  page.moveTo(40, 50).bezierCurveTo(90, 10, 150, 120, 240, 60).stroke();
  page.dash(4).circle(120, 220, 40).stroke();
});

const shapes = await Lib.create({ updateMetadata: false });
const first = shapes.addPage(size);
first.drawRectangle({ x: 40, y: 200, width: 120, height: 90, color: cmyk(0, 0.7, 0.6, 0) });
first.drawCircle({ x: 200, y: 120, size: 30, color: cmyk(0.8, 0, 0.3, 0) });
write("pdflib-cmyk", await shapes.save({ useObjectStreams: false }));

const words = await Lib.create({ updateMetadata: false });
const second = words.addPage(size);
second.drawText("Helvetica staat er niet in", { x: 40, y: 300, size: 14 });
const path = "M 0,20 L 100,160 Q 130,200 150,120 C 190,-40 200,200 300,150 L 400,90";
second.drawSvgPath(path, { x: 20, y: 300, scale: 0.5, borderColor: rgb(0.1, 0.4, 0.8), borderWidth: 2 });
write("pdflib-text", await words.save());

const before = fs.readFileSync(`${out}/ghostscript-trim.pdf`);
write("pdflib-again", await (await Lib.load(before, { updateMetadata: false })).save());

function card() {
  const page = new jsPDF({ unit: "mm", format: [105, 148] });
  page.setCreationDate(new Date(0));
  page.setFileId("0123456789ABCDEF0123456789ABCDEF");
  return page;
}
const text = card();
text.addFileToVFS("a.ttf", fs.readFileSync(font).toString("base64"));
text.addFont("a.ttf", "A", "normal");
text.setFont("A");
text.text("Wat kom jij hier halen?", 20, 40);
write("jspdf-text", text.output("arraybuffer"));
const inks = card();
inks.setFillColor(0.0, 0.7, 0.6, 0.0);
inks.rect(20, 20, 40, 30, "F");
inks.setDrawColor(1, 0, 0, 0);
inks.setLineWidth(0.5);
inks.line(20, 80, 80, 90);
inks.triangle(20, 100, 60, 100, 40, 130, "S");
write("jspdf-cmyk", inks.output("arraybuffer"));
