// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chat/responsehealing.h"

#include "core/chat/expectedschema.h"
#include "core/chat/tolerantjson.h"
#include "core/model/boundedjson.h"

#include <QJsonArray>
#include <QStringList>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr auto fence = "```"_L1;
constexpr int maxPieces = 64; ///< of JSON in one text that are looked at

/// What may be meant.
struct Piece
{
    TolerantReading reading;
    bool isDescribed = false; ///< by the schema
    bool isFenced = false;

    /// How much speaks for it, beside what it is: a few words in braces are read as JSON too, but need mending.
    [[nodiscard]] qsizetype weight() const
    {
        constexpr qsizetype lettersPerRepair = 8;
        return reading.json.size() - lettersPerRepair * reading.repairs;
    }
    [[nodiscard]] bool isLikelierThan(const Piece &other) const
    {
        if (isDescribed != other.isDescribed) {
            return isDescribed;
        }
        return isFenced != other.isFenced ? isFenced : weight() > other.weight();
    }
};

class Search
{
public:
    explicit Search(const HealingTask &task)
        : m_text(task.text)
        , m_schema(task.schema)
    {
    }

    [[nodiscard]] std::optional<Piece> best();
    [[nodiscard]] bool breaksOff() const { return m_breaksOff; } ///< the text ends inside of a piece, whichever is best

private:
    void lookAt(QStringView text, qsizetype from, bool isFenced);
    qsizetype consider(std::optional<TolerantReading> reading, bool isFenced);
    void lookIntoFences();
    void joinLines();
    [[nodiscard]] bool isDescribed(const QString &json) const;

    const QStringView m_text;
    const ExpectedSchema m_schema;
    std::optional<Piece> m_best;
    QList<TolerantReading> m_pieces; ///< of the text, from the front
    int m_looked = 0;
    bool m_breaksOff = false;
};

bool Search::isDescribed(const QString &json) const
{
    const Result<QJsonDocument> document = readJson(json.toUtf8(), jsonlimits::own);
    if (!document) {
        return false;
    }
    const QJsonValue value = document->isObject() ? QJsonValue(document->object()) : QJsonValue(document->array());
    return m_schema.types() ? m_schema.describes(value) : value.isObject();
}

/// Yields where the text goes on behind it; -1: nothing was read.
qsizetype Search::consider(std::optional<TolerantReading> reading, bool isFenced)
{
    ++m_looked;
    if (!reading) {
        return -1;
    }
    const qsizetype end = reading->end;
    const Piece piece {.reading = *reading, .isDescribed = isDescribed(reading->json), .isFenced = isFenced};
    if (!isFenced) {
        m_pieces.append(*reading);
    }
    if (!m_best || piece.isLikelierThan(*m_best)) {
        m_best = piece;
    }
    return end;
}

/// Every object and list that is not part of another one.
void Search::lookAt(QStringView text, qsizetype from, bool isFenced)
{
    for (qsizetype at = from; at < text.size() && m_looked < maxPieces; ++at) {
        if (text.at(at) == u'{' || text.at(at) == u'[') {
            const std::optional<TolerantReading> reading = readTolerantly(text, at, m_schema);
            m_breaksOff = m_breaksOff || (reading && reading->ranOut && text.size() == m_text.size());
            const qsizetype end = consider(reading, isFenced);
            at = std::max(at, end - 1);
        }
    }
}

/// A fence ends at the next one; where that lies inside of a text, at the last one.
void Search::lookIntoFences()
{
    qsizetype open = m_text.indexOf(fence);
    const qsizetype last = m_text.lastIndexOf(fence);
    while (open >= 0 && m_looked < maxPieces) {
        const qsizetype from = open + fence.size();
        const qsizetype close = m_text.indexOf(fence, from);
        lookAt(m_text.left(close < 0 ? m_text.size() : close), from, true);
        if (close >= 0 && last > close && (!m_best || m_best->reading.ranOut)) {
            lookAt(m_text.left(last), from, true);
        }
        open = close < 0 ? -1 : m_text.indexOf(fence, close + fence.size());
    }
}

/// Several values one after another where a list of them was to come.
void Search::joinLines()
{
    if (m_schema.types() != ExpectedSchema::Types(ExpectedSchema::Array) || m_pieces.size() < 2
        || (m_best && m_best->isDescribed)) {
        return;
    }
    TolerantReading joined;
    joined.end = m_text.size();
    joined.repairs = 1;
    QStringList values;
    for (const TolerantReading &piece : std::as_const(m_pieces)) {
        values.append(piece.json);
        joined.repairs += piece.repairs;
        joined.ranOut = joined.ranOut || piece.ranOut;
    }
    joined.json = u'[' + values.join(u',') + u']';
    if (endIfLegal(joined.json, 0)) { // it is nested once more
        consider(joined, false);
    }
}

std::optional<Piece> Search::best()
{
    lookIntoFences();
    if (!m_best) {
        lookAt(m_text, 0, false);
        joinLines();
    }
    if (!m_best) {
        qsizetype first = 0;
        while (first < m_text.size() && m_text.at(first).isSpace()) {
            ++first;
        }
        if (looksLikeMember(m_text, first)) {
            consider(readMembersTolerantly(m_text, first, m_schema), false);
            m_best->reading.repairs += 1; // its first bracket
        }
    }
    return m_best;
}

/// Legal, and nothing else beside it.
bool isJson(const QString &text)
{
    const auto isSpace = [](QChar letter) { return QStringView(u" \t\r\n").contains(letter); };
    const auto first = std::find_if_not(text.cbegin(), text.cend(), isSpace);
    if (first == text.cend()) {
        return false;
    }
    if (*first != u'{' && *first != u'[') { // a word or a text alone, which is JSON where it is so in a list
        const QString list = u'[' + text + u']';
        const Result<QJsonDocument> document = readJson(list.toUtf8(), jsonlimits::own);
        return endIfLegal(list, 0) == list.size() && document && document->array().size() == 1;
    }
    const std::optional<qsizetype> end = endIfLegal(text, first - text.cbegin());
    return end && std::all_of(text.cbegin() + *end, text.cend(), isSpace);
}

} // namespace

Healing heal(const HealingTask &task)
{
    if (isJson(task.text)) {
        return {.verdict = Healing::Verdict::Valid, .text = task.text};
    }
    Search search(task);
    const std::optional<Piece> found = search.best();
    if (!found) {
        return {.verdict = task.wasCutOff ? Healing::Verdict::CutOff : Healing::Verdict::Hopeless, .text = task.text};
    }
    if (task.wasCutOff && (found->reading.ranOut || search.breaksOff())) { // before it there may be examples
        return {.verdict = Healing::Verdict::CutOff, .text = task.text};
    }
    return {.verdict = Healing::Verdict::Repaired, .text = found->reading.json};
}

} // namespace lightwell
