// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/metadata/xmpfields.h"

#include "core/media/metadata/modest.h"

#include <QXmlStreamReader>

namespace lightwell::metadata {

namespace {

constexpr QLatin1StringView xmlSpace("http://www.w3.org/XML/1998/namespace");

bool isRdf(const QXmlStreamReader &xml, QLatin1StringView name)
{
    return xml.namespaceUri() == xmpns::rdf && xml.name() == name;
}

/// Follows one packet. A property is a child of a Description, or one of its attributes.
class Walk
{
public:
    Walk(const QByteArray &packet, QHash<QString, QString> &values)
        : m_xml(packet)
        , m_values(values)
    {
    }

    void run()
    {
        constexpr int deepest = 64;
        while (!m_xml.atEnd()) {
            switch (m_xml.readNext()) {
            case QXmlStreamReader::StartElement:
                begin();
                break;
            case QXmlStreamReader::EndElement:
                end();
                break;
            case QXmlStreamReader::Characters:
                if (!m_property.isEmpty()) {
                    m_text += m_xml.text();
                }
                break;
            case QXmlStreamReader::DTD:
                m_values.clear();
                return;
            default:
                break;
            }
            if (m_depth > deepest) {
                return;
            }
        }
    }

private:
    void put(const QString &key, const QString &value)
    {
        if (!value.isEmpty() && !m_values.contains(key)) {
            m_values.insert(key, value);
        }
    }

    void begin()
    {
        ++m_depth;
        if (isRdf(m_xml, QLatin1StringView("Description"))) {
            const QXmlStreamAttributes attributes = m_xml.attributes();
            for (const QXmlStreamAttribute &attribute : attributes) {
                if (attribute.namespaceUri() != xmpns::rdf && attribute.namespaceUri() != xmlSpace) {
                    put(attribute.namespaceUri() + u' ' + attribute.name(), attribute.value().toString());
                }
            }
            m_descriptions.append(m_depth);
            m_property.clear();
        } else if (isProperty()) {
            m_property = m_xml.namespaceUri() + u' ' + m_xml.name();
            m_text.clear();
            put(m_property, m_xml.attributes().value(xmpns::rdf, QLatin1StringView("resource")).toString());
        } else if (isRdf(m_xml, QLatin1StringView("li"))) {
            m_text.clear();
        }
    }

    void end()
    {
        const bool isList = isRdf(m_xml, QLatin1StringView("li"));
        if (!m_property.isEmpty() && (isList || isProperty())) {
            put(m_property, m_text.trimmed().isEmpty() ? QString() : m_text);
        }
        if (!isList && isProperty()) {
            m_property.clear();
        }
        if (!m_descriptions.isEmpty() && m_depth == m_descriptions.constLast()) {
            m_descriptions.removeLast();
        }
        --m_depth;
    }

    [[nodiscard]] bool isProperty() const
    {
        return !m_descriptions.isEmpty() && m_depth == m_descriptions.constLast() + 1;
    }

    QXmlStreamReader m_xml;
    QHash<QString, QString> &m_values;
    QString m_property;
    QString m_text;
    int m_depth = 0;
    QList<int> m_descriptions; ///< the depths of those that are open
};

} // namespace

XmpFields::XmpFields(const QByteArray &packet)
{
    if (!packet.isEmpty() && isModestXmp(packet)) {
        Walk(packet, m_values).run();
    }
}

} // namespace lightwell::metadata
