// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/svg/svgtext.h"

#include <QRegularExpression>
#include <QStringDecoder>

namespace lightwell::svg {

using namespace Qt::StringLiterals;

namespace {

std::optional<QString> decoded(const QByteArray &bytes, QStringConverter::Encoding encoding)
{
    QStringDecoder decoder(encoding);
    QString text = decoder.decode(bytes);
    if (decoder.hasError()) {
        return std::nullopt;
    }
    if (text.startsWith(QChar::ByteOrderMark)) {
        text.remove(0, 1);
    }
    return text;
}

/// What the XML declaration says, in lower case.
QByteArray declaredEncoding(const QByteArray &bytes)
{
    if (!bytes.startsWith("<?xml")) {
        return {};
    }
    static const QRegularExpression form(u"encoding\\s*=\\s*[\"']([^\"']*)[\"']"_s);
    const qsizetype end = bytes.left(512).indexOf("?>");
    return form.match(QString::fromLatin1(bytes.left(end < 0 ? 512 : end))).captured(1).toLower().toLatin1();
}

/// Walks over the marks of a document.
class Scan
{
public:
    Scan(QStringView text, const SvgLimits &limits)
        : m_text(text)
        , m_limits(limits)
    {
    }

    [[nodiscard]] Extent measure()
    {
        while (toNextMark()) {
            if (!passMark()) {
                return m_end;
            }
        }
        return m_depth > 0 ? Extent::Cut : m_isBeyond ? Extent::Beyond : Extent::Within;
    }

    [[nodiscard]] std::optional<qsizetype> endOfFirst()
    {
        while (m_elements == 0) {
            if (!toNextMark() || !passMark() || m_isBeyond) {
                return std::nullopt;
            }
        }
        return m_at;
    }

private:
    [[nodiscard]] bool toNextMark()
    {
        const qsizetype mark = m_text.indexOf(u'<', m_at);
        m_at = mark + 1;
        return mark >= 0;
    }

    /// False: it goes no further, for the reason in m_end.
    [[nodiscard]] bool passMark()
    {
        const QStringView rest = m_text.sliced(m_at);
        if (rest.startsWith(u"!--")) {
            return passUntil(u"-->"_s, 3);
        }
        if (rest.startsWith(u"![CDATA[")) {
            return passUntil(u"]]>"_s, 8);
        }
        if (rest.startsWith(u'?')) {
            return passUntil(u"?>"_s, 1);
        }
        return rest.startsWith(u'!') ? passDocumentType() : passTag();
    }

    /// `begin`: characters of the mark that opened it; none of them is part of the end.
    [[nodiscard]] bool passUntil(const QString &end, qsizetype begin)
    {
        const qsizetype found = m_text.indexOf(end, m_at + begin);
        m_at = found + end.size();
        return found >= 0 || stop(Extent::Cut);
    }

    /// Entities, notations and defaults of attributes stand between brackets, and are refused.
    [[nodiscard]] bool passDocumentType()
    {
        QChar quote;
        for (const qsizetype end = qMin(m_text.size(), m_at + longestValue); m_at < end; ++m_at) {
            const QChar letter = m_text.at(m_at);
            if (letter == u'[' || letter == u'<') {
                return stop(Extent::Beyond);
            }
            if (!quote.isNull()) {
                quote = letter == quote ? QChar() : quote;
            } else if (letter == u'"' || letter == u'\'') {
                quote = letter;
            } else if (letter == u'>') {
                ++m_at;
                return true;
            }
        }
        return stop(m_at == m_text.size() ? Extent::Cut : Extent::Beyond);
    }

    [[nodiscard]] bool passTag()
    {
        const bool closes = m_at < m_text.size() && m_text.at(m_at) == u'/';
        int attributes = 0;
        int letters = 0; // since the last blank or quote
        QChar quote;
        QChar before;
        for (; m_at < m_text.size(); ++m_at) {
            const QChar letter = m_text.at(m_at);
            if (!quote.isNull()) {
                quote = letter == quote ? QChar() : quote;
                continue;
            }
            if (letter == u'>') {
                ++m_at;
                return count(closes, before == u'/');
            }
            letters = letter.isSpace() || letter == u'=' ? 0 : letters + 1;
            if (letter == u'<') {
                return stop(Extent::Cut);
            }
            m_isBeyond = m_isBeyond || letters > m_limits.maxName;
            if (letter == u'"' || letter == u'\'') {
                quote = letter;
                letters = 0;
                m_isBeyond = m_isBeyond || ++attributes > m_limits.maxAttributes;
            }
            before = letter;
        }
        return stop(Extent::Cut);
    }

    [[nodiscard]] bool count(bool closes, bool closesItself)
    {
        if (closes) {
            --m_depth;
            return m_depth >= 0 || stop(Extent::Cut);
        }
        if (!closesItself) {
            ++m_depth;
        }
        ++m_elements;
        m_isBeyond = m_isBeyond || m_elements > m_limits.maxElements || m_depth > m_limits.maxDepth;
        return true;
    }

    bool stop(Extent end)
    {
        m_end = end;
        return false;
    }

    QStringView m_text;
    const SvgLimits &m_limits;
    qsizetype m_at = 0;
    int m_elements = 0;
    int m_depth = 0;
    bool m_isBeyond = false;
    Extent m_end = Extent::Within; ///< why it goes no further
};

} // namespace

std::optional<QString> decodedText(const QByteArray &bytes)
{
    if (bytes.startsWith("\xff\xfe")) {
        return decoded(bytes, QStringConverter::Utf16LE);
    }
    if (bytes.startsWith("\xfe\xff")) {
        return decoded(bytes, QStringConverter::Utf16BE);
    }
    const QByteArray said = declaredEncoding(bytes.startsWith("\xef\xbb\xbf") ? bytes.mid(3) : bytes);
    if (said.isEmpty() || said == "utf-8" || said == "utf8" || said == "us-ascii") {
        return decoded(bytes, QStringConverter::Utf8);
    }
    if (said == "iso-8859-1" || said == "latin1") {
        return decoded(bytes, QStringConverter::Latin1);
    }
    return std::nullopt;
}

Extent extentOf(QStringView text, const SvgLimits &limits)
{
    return Scan(text, limits).measure();
}

std::optional<qsizetype> endOfFirstMark(QStringView text, const SvgLimits &limits)
{
    return Scan(text, limits).endOfFirst();
}

} // namespace lightwell::svg
