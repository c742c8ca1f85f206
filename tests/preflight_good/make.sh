#!/bin/sh
# Makes files/*.pdf anew, with the programs that few have: LibreOffice, Chromium, Ghostscript.
# On Debian: apt-get install libreoffice-writer libreoffice-impress chromium ghostscript
# Other versions of these programs may write other files; then look at every verdict again.
set -eu
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp sources/* "$work"
office() { # source, name, filter
    soffice --headless --norestore "-env:UserInstallation=file://$work/profile" --convert-to "pdf:$3" --outdir "$work" "$work/$1" >/dev/null 2>&1
    mv "$work/${1%.*}.pdf" "files/$2.pdf"
}
office kaart.fodt libreoffice-text 'writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"false"},"ExportBookmarks":{"type":"boolean","value":"false"}}'
office kaart.fodt libreoffice-pdfa 'writer_pdf_Export:{"SelectPdfVersion":{"type":"long","value":"2"}}'
office kaart.html libreoffice-from-html 'writer_web_pdf_Export'
office dia.fodp libreoffice-slides 'impress_pdf_Export'
page() { # source, name
    chromium --headless --no-sandbox --disable-gpu --no-pdf-header-footer "--user-data-dir=$work/chromium" "--print-to-pdf=$work/out.pdf" "file://$work/$1" >/dev/null 2>&1
    mv "$work/out.pdf" "files/$2.pdf"
}
page kaart.html chromium-text
page plaat.html chromium-shapes
page link.html chromium-link
ps() { # source, name, options
    source=$1 name=$2; shift 2
    gs -q -o "files/$name.pdf" -sDEVICE=pdfwrite "$@" "$source"
}
ps "$work/kaart.ps" ghostscript-cmyk -dColorConversionStrategy=/LeaveColorUnchanged
ps "$work/kaart.ps" ghostscript-trim -c '[/CropBox [0 0 314 437] /PAGES pdfmark [/TrimBox [8.5 8.5 306 428] /BleedBox [0 0 314 437] /PAGES pdfmark' -f
ps files/libreoffice-text.pdf ghostscript-from-office -sColorConversionStrategy=CMYK -dProcessColorModel=/DeviceCMYK
ps "$work/grijs.ps" ghostscript-gray
ps "$work/spot.ps" ghostscript-spot
ps "$work/dun.ps" ghostscript-hairline
office telling.csv libreoffice-calc calc_pdf_Export
pdftocairo -pdf files/libreoffice-text.pdf files/cairo-text.pdf
pdftocairo -pdf files/chromium-shapes.pdf files/cairo-shapes.pdf
qpdf --linearize --object-streams=generate files/ghostscript-cmyk.pdf files/qpdf-linear.pdf
qpdf --qdf files/libreoffice-slides.pdf files/qpdf-readable.pdf
# pip install matplotlib img2pdf; npm install pdfkit pdf-lib jspdf (beside kaarten.mjs)
python3 sources/grafieken.py files
node sources/kaarten.mjs ../../assets/fonts/AtkinsonHyperlegibleNext-Regular.ttf files
