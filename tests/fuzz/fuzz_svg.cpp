// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever comes as a drawing: it is refused, or what comes out is XML that names nothing outside, keeps the limits and
// comes out the same when it goes in again.
#include "core/media/svg/svgsanitizer.h"
#include "tests/fuzz/require.h"

#include <QRegularExpression>
#include <QXmlStreamReader>

#include <cstdint>

using namespace lightwell;
using namespace lightwell::fuzz;
using namespace lightwell::svg;
using namespace Qt::StringLiterals;

namespace {

/// By other means than the sanitizer's own.
void checkHarmless(const QByteArray &document)
{
    require(!document.contains("<!") && !document.contains("<?"));
    QXmlStreamReader reader(document);
    int depth = 0;
    while (!reader.atEnd()) {
        reader.readNext();
        depth += reader.isStartElement() ? 1 : reader.isEndElement() ? -1 : 0;
        require(depth <= SvgLimits().maxDepth);
        if (reader.isStartElement()) {
            require(reader.namespaceUri() == "http://www.w3.org/2000/svg"_L1);
            const QXmlStreamAttributes attributes = reader.attributes();
            for (const QXmlStreamAttribute &attribute : attributes) {
                const QString value = attribute.value().toString();
                if (attribute.name() == "href"_L1) {
                    require(value.startsWith(u'#') || value.startsWith("data:image/png;base64,"_L1));
                    continue;
                }
                require(!attribute.name().startsWith("on"_L1) && !value.contains(u'\\') && !value.contains("/*"_L1));
                static const QRegularExpression outside(u"url\\s*\\((?!#)|@|://"_s,
                                                        QRegularExpression::CaseInsensitiveOption);
                require(!outside.match(value).hasMatch());
            }
        }
        if (reader.isCharacters() && depth > 0) {
            static const QRegularExpression outside(u"url\\s*\\((?!#)|@|\\\\"_s,
                                                    QRegularExpression::CaseInsensitiveOption);
            // Letters of a text may be anything; a sheet must not.
            require(!document.contains("<style>") || document.contains("<text")
                    || !outside.match(reader.text().toString()).hasMatch());
        }
    }
    require(!reader.hasError());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    const Result<SafeSvg> safe = sanitizeSvg(bytes);
    const Result<QSize> root = svgSize(bytes);
    if (!safe) {
        require(safe.error().billing == Billing::NotBilled && !safe.error().reason.isEmpty());
        return 0;
    }
    require(root.ok() && root.value() == safe->size && !safe->size.isEmpty());
    checkHarmless(safe->document);
    const Result<SafeSvg> again = sanitizeSvg(safe->document);
    require(again.ok() && again->document == safe->document && again->dropped == 0 && again->size == safe->size);
    return 0;
}
