// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/metadata/xmptext.h"

#include "core/media/metadata/exivlibrary.h"

namespace lightwell::metadata {

namespace {

constexpr const char *replacement = "\xef\xbf\xbd";

/// For content and for attributes in double quotes. What XML cannot hold becomes U+FFFD.
QByteArray escaped(const QByteArray &utf8)
{
    QByteArray result;
    result.reserve(utf8.size() + utf8.size() / 4);
    for (const char byte : utf8) {
        switch (byte) {
        case '<':
            result += "&lt;";
            break;
        case '>':
            result += "&gt;";
            break;
        case '&':
            result += "&amp;";
            break;
        case '"':
            result += "&quot;";
            break;
        case '\t': // as they are, an attribute's would be read as spaces, and a return as a new line
            result += "&#x9;";
            break;
        case '\n':
            result += "&#xA;";
            break;
        case '\r':
            result += "&#xD;";
            break;
        default:
            if (quint8(byte) < 0x20) {
                result += replacement;
            } else {
                result += byte;
            }
        }
    }
    return result.replace("\xef\xbf\xbe", replacement).replace("\xef\xbf\xbf", replacement);
}

void addAttribute(QByteArray &packet, const char *name, const QByteArray &utf8)
{
    if (!utf8.isEmpty()) {
        packet.append("\n    ").append(name).append("=\"").append(escaped(utf8)).append('"');
    }
}

} // namespace

QByteArray XmpText::packet() const
{
    QByteArray packet = "<?xpacket begin=\"\xef\xbb\xbf\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
                        "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
                        " <rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
                        "  <rdf:Description rdf:about=\"\"\n"
                        "    xmlns:dc=\"http://purl.org/dc/elements/1.1/\"\n"
                        "    xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\"\n"
                        "    xmlns:lightwell=\"";
    packet.append(ownNamespace).append('"');
    addAttribute(packet, "xmp:CreatorTool", creatorTool.toUtf8());
    addAttribute(packet, "xmp:CreateDate", createDate.toUtf8());
    addAttribute(packet, "lightwell:Recipe", recipe);
    addAttribute(packet, "lightwell:PackedRecipe", packedRecipe);
    packet += ">\n";
    if (!description.isEmpty()) {
        packet.append("   <dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">")
            .append(escaped(description.toUtf8()))
            .append("</rdf:li></rdf:Alt></dc:description>\n");
    }
    return packet + "  </rdf:Description>\n </rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"w\"?>";
}

} // namespace lightwell::metadata
