// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>

/// XMP (ISO 16684-1): the properties of a packet.
namespace lightwell::metadata {

namespace xmpns {

inline constexpr QLatin1StringView rdf("http://www.w3.org/1999/02/22-rdf-syntax-ns#");
inline constexpr QLatin1StringView dc("http://purl.org/dc/elements/1.1/");
inline constexpr QLatin1StringView dcterms("http://purl.org/dc/terms/");
inline constexpr QLatin1StringView xmp("http://ns.adobe.com/xap/1.0/");
inline constexpr QLatin1StringView exif("http://ns.adobe.com/exif/1.0/");
inline constexpr QLatin1StringView iptcExtension("http://iptc.org/std/Iptc4xmpExt/2008-02-29/");
inline constexpr QLatin1StringView aigc("http://www.tc260.org.cn/ns/AIGC/1.0/"); ///< China's GB 45438-2025
inline constexpr QLatin1StringView mflux("http://ns.mflux.ai/1.0/");
inline constexpr QLatin1StringView lightwell("https://lightwell.invalid/ns/1.0/"); ///< only Lightwell reads it

} // namespace xmpns

class XmpFields
{
public:
    XmpFields() = default;
    /// Nothing of a packet that declares entities, is broken at its beginning, or more than anybody writes
    /// (isModestXmp()).
    explicit XmpFields(const QByteArray &packet);

    /// Written as an attribute or an element; of a list the first entry. Empty where there is none.
    [[nodiscard]] QString value(QLatin1StringView space, QLatin1StringView name) const
    {
        return m_values.value(space + u' ' + name);
    }
    [[nodiscard]] bool isEmpty() const { return m_values.isEmpty(); }
    /// By "namespace name", for who does not know the namespace.
    [[nodiscard]] const QHash<QString, QString> &all() const { return m_values; }

private:
    QHash<QString, QString> m_values;
};

} // namespace lightwell::metadata
