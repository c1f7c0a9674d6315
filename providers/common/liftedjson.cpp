// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/common/liftedjson.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longString = 4096;
constexpr qsizetype lookedAt = 256;
// U+0001 stands in no sensible answer; a vendor that writes it anyway can only point at its own strings.
constexpr auto placeholder = "\x01lifted:"_L1;

/// The position of the quote that ends the string beginning at `from`; -1 if it never ends.
qsizetype closingQuote(const QByteArray &json, qsizetype from)
{
    for (qsizetype quote = json.indexOf('"', from); quote >= 0; quote = json.indexOf('"', quote + 1)) {
        qsizetype slashes = 0;
        while (quote - slashes > from && json.at(quote - slashes - 1) == '\\') {
            ++slashes;
        }
        if (slashes % 2 == 0) {
            return quote;
        }
    }
    return -1;
}

bool looksEncoded(const QByteArray &json, qsizetype begin)
{
    return !json.mid(begin, lookedAt).contains(' ');
}

} // namespace

LiftedJson::LiftedJson(const QByteArray &body)
    : m_body(body)
{
    const QJsonDocument document = QJsonDocument::fromJson(lift());
    const QJsonValue first = document.isArray() ? document.array().at(0) : QJsonValue(document.object());
    m_valid = (document.isObject() || document.isArray()) && first.isObject();
    m_object = first.toObject();
}

QByteArray LiftedJson::lift()
{
    QByteArray small;
    qsizetype copied = 0;
    for (qsizetype quote = m_body.indexOf('"'); quote >= 0;) {
        const qsizetype begin = quote + 1;
        const qsizetype end = closingQuote(m_body, begin);
        if (end < 0) {
            return {}; // the answer was cut off inside a string
        }
        if (end - begin >= longString && looksEncoded(m_body, begin)) {
            small.append(m_body.constData() + copied, quote - copied);
            small.append("\"\\u0001lifted:" + QByteArray::number(m_spans.size()) + '"');
            m_spans.append({begin, end - begin});
            copied = end + 1;
        }
        quote = m_body.indexOf('"', end + 1);
    }
    return small.append(m_body.constData() + copied, m_body.size() - copied);
}

QByteArray LiftedJson::text(const QJsonValue &value) const
{
    const QString text = value.toString();
    bool ok = false;
    const qsizetype index = text.startsWith(placeholder) ? text.mid(placeholder.size()).toLongLong(&ok) : -1;
    if (!ok || index < 0 || index >= m_spans.size()) {
        return text.toUtf8();
    }
    const Span &span = m_spans.at(index);
    const QByteArray raw = QByteArray::fromRawData(m_body.constData() + span.begin, span.length);
    if (!raw.contains('\\')) {
        return raw;
    }
    return QJsonDocument::fromJson("[\"" + raw + "\"]").array().at(0).toString().toUtf8();
}

} // namespace lightwell
