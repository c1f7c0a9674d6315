// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/metadata/xmptext.h"

#include "core/media/metadata/xmpfields.h"

namespace lightwell::metadata {

namespace {

constexpr const char *replacement = "\xef\xbf\xbd";

/// How a byte is written in content and in attributes in double quotes; empty: as it is.
QByteArrayView escapeOf(char byte)
{
    switch (byte) {
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '&':
        return "&amp;";
    case '"':
        return "&quot;";
    case '\t': // as they are, an attribute's would be read as spaces, and a return as a new line
        return "&#x9;";
    case '\n':
        return "&#xA;";
    case '\r':
        return "&#xD;";
    default:
        return quint8(byte) < 0x20 ? QByteArrayView(replacement) : QByteArrayView();
    }
}

/// What XML cannot hold becomes U+FFFD.
QByteArray escaped(const QByteArray &utf8)
{
    QByteArray result;
    result.reserve(utf8.size() + utf8.size() / 4);
    const char *done = utf8.begin();
    for (const char *at = utf8.begin(); at != utf8.end(); ++at) {
        if (const QByteArrayView escape = escapeOf(*at); !escape.isEmpty()) {
            result.append(done, at - done).append(escape);
            done = at + 1;
        }
    }
    result.append(done, utf8.end() - done);
    if (result.contains("\xef\xbf")) {
        result.replace("\xef\xbf\xbe", replacement).replace("\xef\xbf\xbf", replacement);
    }
    return result;
}

void addAttribute(QByteArray &packet, const char *name, const QByteArray &utf8)
{
    if (!utf8.isEmpty()) {
        packet.append("\n    ").append(name).append("=\"").append(escaped(utf8)).append('"');
    }
}

void addNamespace(QByteArray &packet, const char *prefix, QLatin1StringView space)
{
    packet.append("\n    xmlns:").append(prefix).append("=\"").append(space.data(), space.size()).append('"');
}

} // namespace

QByteArray XmpText::packet() const
{
    QByteArray packet = "<?xpacket begin=\"\xef\xbb\xbf\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
                        "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
                        " <rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
                        "  <rdf:Description rdf:about=\"\"";
    addNamespace(packet, "dc", xmpns::dc);
    addNamespace(packet, "xmp", xmpns::xmp);
    addNamespace(packet, "Iptc4xmpExt", xmpns::iptcExtension);
    addNamespace(packet, "lightwell", xmpns::lightwell);
    if (!aigc.isEmpty()) {
        addNamespace(packet, "TC260", xmpns::aigc);
    }
    addAttribute(packet, "xmp:CreatorTool", creatorTool.toUtf8());
    addAttribute(packet, "xmp:CreateDate", createDate.toUtf8());
    if (!digitalSourceType.isEmpty()) {
        const QByteArray address = "http://cv.iptc.org/newscodes/digitalsourcetype/";
        addAttribute(packet, "Iptc4xmpExt:DigitalSourceType", address + digitalSourceType.toUtf8());
    }
    addAttribute(packet, "Iptc4xmpExt:AISystemUsed", aiSystem.toUtf8());
    addAttribute(packet, "Iptc4xmpExt:AISystemVersionUsed", aiSystemVersion.toUtf8());
    addAttribute(packet, "Iptc4xmpExt:AIPromptInformation", aiPrompt.toUtf8());
    addAttribute(packet, "TC260:AIGC", aigc.toUtf8());
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
