// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/migrations.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace lightwell {

namespace {

bool isWordCharacter(QChar c)
{
    return c.isLetterOrNumber() || c == u'_';
}

/// Walks over a script token by token and cuts it where a statement ends.
class Splitter
{
public:
    explicit Splitter(QString script)
        : m_script(std::move(script))
    {
    }

    QStringList split()
    {
        while (m_at < m_script.size()) {
            step();
        }
        cut();
        return m_result;
    }

private:
    void step()
    {
        const QChar c = m_script.at(m_at);
        if (lookingAt("--"_L1)) {
            skipTo("\n"_L1);
        } else if (lookingAt("/*"_L1)) {
            skipTo("*/"_L1);
        } else if (c == u'\'' || c == u'"' || c == u'`') {
            take(quoted(c));
        } else if (c == u'[') {
            take(lengthTo(m_at, "]"_L1));
        } else if (isWordCharacter(c)) {
            word();
        } else if (c == u';' && (!m_isTrigger || m_bodyEnded)) {
            ++m_at;
            cut();
        } else {
            m_bodyEnded = m_bodyEnded && c.isSpace();
            take(1);
        }
    }

    /// "CREATE [TEMP] TRIGGER … BEGIN … END": its statements end with semicolons, too. CASE has an END of its own.
    void word()
    {
        qsizetype end = m_at;
        while (end < m_script.size() && isWordCharacter(m_script.at(end))) {
            ++end;
        }
        const QString text = m_script.mid(m_at, end - m_at).toUpper();
        ++m_words;
        m_isCreate = m_words == 1 ? text == "CREATE"_L1 : m_isCreate;
        if (m_isCreate && m_words <= 3 && text == "TRIGGER"_L1) {
            m_isTrigger = true;
        }
        m_bodyEnded = false;
        if (text == "CASE"_L1) {
            ++m_cases;
        } else if (text == "END"_L1 && m_cases > 0) {
            --m_cases;
        } else if (text == "END"_L1) {
            m_bodyEnded = true;
        }
        take(end - m_at);
    }

    [[nodiscard]] bool lookingAt(QLatin1StringView text) const
    {
        return QStringView(m_script).mid(m_at).startsWith(text);
    }
    /// From `from` to behind the next `end`, or to the end of all.
    [[nodiscard]] qsizetype lengthTo(qsizetype from, QLatin1StringView end) const
    {
        const qsizetype found = m_script.indexOf(end, from);
        return (found < 0 ? m_script.size() : found + end.size()) - from;
    }
    void skipTo(QLatin1StringView end)
    {
        m_at += lengthTo(m_at, end);
        m_current += u' ';
    }
    /// A quote that is doubled stands for itself; as two texts side by side it comes to the same.
    [[nodiscard]] qsizetype quoted(QChar quote) const
    {
        const qsizetype found = m_script.indexOf(quote, m_at + 1);
        return (found < 0 ? m_script.size() : found + 1) - m_at;
    }
    void take(qsizetype length)
    {
        m_current += QStringView(m_script).mid(m_at, length);
        m_at += length;
    }
    void cut()
    {
        const QString statement = m_current.trimmed();
        if (!statement.isEmpty()) {
            m_result.append(statement);
        }
        m_current.clear();
        m_words = m_cases = 0;
        m_isCreate = m_isTrigger = m_bodyEnded = false;
    }

    const QString m_script;
    QStringList m_result;
    QString m_current;
    qsizetype m_at = 0;
    int m_words = 0; ///< of the present statement, so far
    int m_cases = 0; ///< open ones
    bool m_isCreate = false;
    bool m_isTrigger = false;
    bool m_bodyEnded = false; ///< nothing but blanks came since the END of a trigger
};

} // namespace

QStringList splitStatements(const QString &script)
{
    return Splitter(script).split();
}

} // namespace lightwell
