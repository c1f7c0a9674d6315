// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace lightwell {

/// The words of damaged JSON: where a text, a name, a word ends, and what only fills.
class TolerantScanner
{
public:
    /// What a text is, which tells what follows it.
    enum class Place { Name, Member, Item };

    TolerantScanner(QStringView text, qsizetype from)
        : m_text(text)
        , m_at(from)
    {
    }

    [[nodiscard]] static bool isQuote(QChar letter);

    [[nodiscard]] bool atEnd() const { return m_at >= m_text.size(); }
    [[nodiscard]] QChar peek() const { return letterAt(m_at); } ///< 0 at the end
    [[nodiscard]] bool startsWith(QLatin1StringView word) const { return m_text.mid(m_at).startsWith(word); }
    void skip(qsizetype letters = 1) { m_at = std::min(m_at + letters, m_text.size()); }
    void skipFiller(); ///< white space and comments
    [[nodiscard]] bool skipPlus(); ///< a plus sign between two texts

    /// Appends what a text between quotes says, in JSON's escapes and without quotes. `depth`: how many brackets are
    /// open.
    void takeText(Place place, qsizetype depth, QString &json);
    [[nodiscard]] QString takeBareName();
    [[nodiscard]] QString takeWord(); ///< up to white space, a quote, a bracket or a comma
    [[nodiscard]] QString takeRestOfBareText(); ///< up to what ends a value
    [[nodiscard]] bool looksLikeMember(qsizetype at) const;

    void countRepair(bool was = true) { m_repairs += was ? 1 : 0; }
    void runOut()
    {
        m_hasRunOut = true;
        countRepair();
    }
    [[nodiscard]] bool hasRunOut() const { return m_hasRunOut; }
    [[nodiscard]] int repairs() const { return m_repairs; }
    [[nodiscard]] qsizetype position() const { return m_at; }

private:
    [[nodiscard]] QChar letterAt(qsizetype at) const { return at < m_text.size() ? m_text.at(at) : QChar(); }
    [[nodiscard]] qsizetype pastFiller(qsizetype at, bool *isForeign = nullptr) const;
    [[nodiscard]] qsizetype pastComment(qsizetype at) const;
    [[nodiscard]] qsizetype pastQuoted(qsizetype at) const;
    [[nodiscard]] bool isEndOfText(qsizetype quote, Place place) const;
    [[nodiscard]] bool isEndOfMember(qsizetype next, bool newLine) const;
    [[nodiscard]] bool isEndOfItem(qsizetype next, bool newLine) const;
    void takeTriple(QChar quote, QString &json);
    void takeEscape(QString &json);
    void takePlainLetters(QChar closer, QString &json);
    void takeLetter(QString &json);
    [[nodiscard]] bool isBetweenMembers(qsizetype at) const;
    [[nodiscard]] qsizetype withoutSpaceOrComma(qsizetype from, qsizetype end) const;
    [[nodiscard]] qsizetype likelyEnd(qsizetype from, qsizetype depth) const;

    QStringView m_text;
    qsizetype m_at;
    int m_repairs = 0;
    int m_recoveries = 0;
    bool m_hasRunOut = false;
};

} // namespace lightwell
