// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/metadata/xmptext.h"

#include "core/media/metadata/xmpfields.h"

#include <algorithm>
#include <initializer_list>

namespace lightwell::metadata {

namespace {

constexpr QByteArrayView replacement = "\xef\xbf\xbd";

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
        return quint8(byte) < 0x20 ? replacement : QByteArrayView();
    }
}

/// All of them in one go.
void append(QByteArray &packet, std::initializer_list<QByteArrayView> parts)
{
    const qsizetype before = packet.size();
    qsizetype size = before;
    for (const QByteArrayView part : parts) {
        size += part.size();
    }
    packet.resize(size);
    char *place = packet.data() + before;
    for (const QByteArrayView part : parts) {
        place = std::copy(part.begin(), part.end(), place);
    }
}

/// U+FFFE and U+FFFF, which are no characters.
bool isNone(QByteArrayView rest)
{
    return rest.startsWith("\xef\xbf\xbe") || rest.startsWith("\xef\xbf\xbf");
}

/// What XML cannot hold becomes U+FFFD.
void appendEscaped(QByteArray &packet, QByteArrayView utf8)
{
    qsizetype done = 0;
    for (qsizetype at = 0; at < utf8.size(); ++at) {
        const bool isNothing = utf8[at] == '\xef' && isNone(utf8.sliced(at));
        if (const QByteArrayView escape = isNothing ? replacement : escapeOf(utf8[at]); !escape.isEmpty()) {
            append(packet, {utf8.sliced(done, at - done), escape});
            at += isNothing ? 2 : 0;
            done = at + 1;
        }
    }
    append(packet, {utf8.sliced(done)});
}

void addAttribute(QByteArray &packet, QByteArrayView name, const QByteArray &utf8)
{
    if (!utf8.isEmpty()) {
        append(packet, {"\n    ", name, "=\""});
        appendEscaped(packet, utf8);
        packet.append('"');
    }
}

void addNamespace(QByteArray &packet, QByteArrayView prefix, QLatin1StringView space)
{
    append(packet, {"\n    xmlns:", prefix, "=\"", space, "\""});
}

} // namespace

QByteArray XmpText::packet() const
{
    constexpr qsizetype usual = 4096;
    QByteArray packet;
    packet.reserve(usual);
    append(packet,
           {"<?xpacket begin=\"\xef\xbb\xbf\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
            "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
            " <rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
            "  <rdf:Description rdf:about=\"\""});
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
    append(packet, {">\n"});
    if (!description.isEmpty()) {
        append(packet, {"   <dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">"});
        appendEscaped(packet, description.toUtf8());
        append(packet, {"</rdf:li></rdf:Alt></dc:description>\n"});
    }
    append(packet, {"  </rdf:Description>\n </rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"w\"?>"});
    return packet;
}

} // namespace lightwell::metadata
