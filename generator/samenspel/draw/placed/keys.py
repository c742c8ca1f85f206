"""The entries of PDF objects that paint, by kind (ISO 32000-1); all others stay behind."""

from __future__ import annotations

PROGRAMS = ("/FontFile", "/FontFile2", "/FontFile3")
FORM = ("/Type", "/Subtype", "/BBox", "/Matrix")
IMAGE = ("/Type", "/Subtype", "/Width", "/Height", "/BitsPerComponent", "/ImageMask", "/Decode",
         "/Interpolate", "/Intent", "/Matte")  # fmt: skip
FONT = ("/Type", "/Subtype", "/BaseFont", "/FirstChar", "/LastChar", "/Widths", "/Encoding",
        "/ToUnicode", "/FontDescriptor", "/CIDSystemInfo", "/W", "/DW", "/W2", "/DW2",
        "/CIDToGIDMap", "/FontBBox", "/FontMatrix")  # fmt: skip
DESCRIPTOR = ("/Type", "/FontName", "/Flags", "/FontBBox", "/ItalicAngle", "/Ascent", "/Descent",
              "/CapHeight", "/StemV", "/StemH", "/XHeight", "/AvgWidth", "/MaxWidth",
              "/MissingWidth", "/Leading", "/CharSet", "/CIDSet", "/FontFamily", "/FontStretch",
              "/FontWeight", *PROGRAMS)  # fmt: skip
PROGRAM = ("/Length1", "/Length2", "/Length3", "/Subtype", "/Type", "/CMapName", "/CIDSystemInfo",
           "/WMode", "/UseCMap")  # fmt: skip
STATE = ("/LW", "/LC", "/LJ", "/ML", "/D", "/RI", "/OP", "/op", "/OPM", "/FL", "/SM", "/SA", "/CA",
         "/ca", "/AIS", "/TK")  # fmt: skip
SHADING = ("/ShadingType", "/Background", "/BBox", "/AntiAlias", "/Coords", "/Domain", "/Extend",
           "/Matrix", "/BitsPerCoordinate", "/BitsPerComponent", "/BitsPerFlag", "/Decode",
           "/VerticesPerRow")  # fmt: skip
PATTERN = ("/Type", "/PatternType", "/PaintType", "/TilingType", "/BBox", "/XStep", "/YStep",
           "/Matrix")  # fmt: skip
FUNCTION = ("/FunctionType", "/Domain", "/Range", "/Size", "/BitsPerSample", "/Order", "/Encode",
            "/Decode", "/C0", "/C1", "/N", "/Bounds")  # fmt: skip
LOST_STATES = {"/TR": "transfer functions", "/TR2": "transfer functions",
               "/HT": "halftone screens", "/HTO": "halftone phases"}  # fmt: skip
HARMLESS = ("/Identity", "/Default")
FOREIGN_CODINGS = {"/JPXDecode": "a JPEG 2000 picture", "/JBIG2Decode": "a JBIG2 picture"}
KEPT_CODINGS = ("/FlateDecode", "/Fl", "/DCTDecode", "/DCT", "/CCITTFaxDecode", "/CCF",
                "/RunLengthDecode", "/RL", "/ASCII85Decode", "/A85", "/ASCIIHexDecode",
                "/AHx")  # fmt: skip
PLAIN_BLENDS = ("/Normal", "/Compatible")
