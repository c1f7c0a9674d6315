// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chat/tolerantjson.h"

#include "core/chat/barewords.h"
#include "core/chat/tolerantscanner.h"

#include <QHash>
#include <QVarLengthArray>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype maxDepth = 200;

/// Reads from left to right and writes what is meant. A bracket that closes something further out ends what is open
/// inside of it, too.
class Reader
{
public:
    Reader(QStringView text, qsizetype from, bool stopsAtRepair = false)
        : m_scanner(text, from)
        , m_stopsAtRepair(stopsAtRepair)
    {
    }

    void readValue(const ExpectedSchema &schema);
    void readMembers(const ExpectedSchema &schema); ///< of an object whose bracket was read

    [[nodiscard]] bool isTooDeep() const { return m_isTooDeep; }
    [[nodiscard]] TolerantReading take();

private:
    using Place = TolerantScanner::Place;

    void readItems(QChar closer, const ExpectedSchema &schema);
    bool readMember(const ExpectedSchema &schema);
    QString readName();
    void readText(Place place);
    void readBareWord(const ExpectedSchema &schema);
    void readWrapped();
    /// Commas in front of the next part of a container, `isFirst` or not; true where it goes on.
    bool goOn(QChar closer, bool isFirst);
    [[nodiscard]] bool isOpenOutside(QChar closer) const;
    [[nodiscard]] bool mustStop() const { return m_isTooDeep || (m_stopsAtRepair && m_scanner.repairs() > 0); }
    [[nodiscard]] Place place() const
    {
        return m_open.isEmpty() || m_open.last() == u'}' ? Place::Member : Place::Item;
    }

    TolerantScanner m_scanner;
    QString m_json;
    QVarLengthArray<QChar, 32> m_open; ///< the brackets that close what is open, from the outside in
    bool m_isTooDeep = false;
    const bool m_stopsAtRepair; ///< only what is legal is wanted
};

bool Reader::isOpenOutside(QChar closer) const
{
    return m_open.size() > 1 && std::find(m_open.cbegin(), m_open.cend() - 1, closer) != m_open.cend() - 1;
}

bool Reader::goOn(QChar closer, bool isFirst)
{
    bool hasComma = false;
    while (true) {
        m_scanner.skipFiller();
        const QChar next = m_scanner.peek();
        if (next == u',' || next == u';') {
            m_scanner.countRepair(hasComma || isFirst || next == u';');
            hasComma = true;
            m_scanner.skip();
        } else if (m_scanner.atEnd()) {
            m_scanner.runOut();
            return false;
        } else if (next == closer) {
            m_scanner.countRepair(hasComma);
            m_scanner.skip();
            return false;
        } else if (next == u'}' || next == u']' || next == u')') {
            m_scanner.countRepair();
            if (isOpenOutside(next)) {
                return false;
            }
            m_scanner.skip();
        } else if (next == u':' || m_scanner.startsWith("..."_L1)) {
            m_scanner.countRepair();
            m_scanner.skip(next == u':' ? 1 : 3);
        } else {
            m_scanner.countRepair(!isFirst && !hasComma);
            return true;
        }
    }
}

void Reader::readMembers(const ExpectedSchema &schema)
{
    m_open.append(u'}');
    m_json += u'{';
    bool isFirst = true;
    while (!mustStop() && goOn(u'}', isFirst)) {
        if (m_scanner.peek() == u'{' && isOpenOutside(u']')) { // the next of a list, before the bracket of this one
            m_scanner.countRepair();
            break;
        }
        const qsizetype mark = m_json.size();
        if (!isFirst) {
            m_json += u',';
        }
        if (readMember(schema)) {
            isFirst = false;
        } else {
            m_json.truncate(mark);
        }
    }
    m_json += u'}';
    m_open.removeLast();
}

/// False: there was nothing that makes one.
bool Reader::readMember(const ExpectedSchema &schema)
{
    const qsizetype mark = m_json.size();
    const QString name = readName();
    if (m_json.size() == mark) {
        return false;
    }
    m_scanner.skipFiller();
    if (m_scanner.peek() == u':') {
        m_scanner.skip();
    } else {
        m_scanner.countRepair();
        if (m_scanner.peek() == u'=') {
            m_scanner.skip(m_scanner.startsWith("=>"_L1) ? 2 : 1);
        }
    }
    m_scanner.skipFiller();
    if (m_scanner.atEnd()) {
        m_scanner.runOut();
        return false;
    }
    m_json += u':';
    const QChar next = m_scanner.peek();
    if (next == u',' || next == u'}' || next == u']') {
        m_scanner.countRepair();
        m_json += "null"_L1;
    } else {
        readValue(schema.property(name));
    }
    return true;
}

/// Writes it with its quotes; nothing where there is none.
QString Reader::readName()
{
    if (TolerantScanner::isQuote(m_scanner.peek())) {
        const qsizetype mark = m_json.size();
        readText(Place::Name);
        return QStringView(m_json).mid(mark + 1, m_json.size() - mark - 2).toString();
    }
    const QString name = m_scanner.takeBareName();
    m_scanner.countRepair();
    if (name.isEmpty()) {
        m_scanner.skip(); // nothing begins so
        return {};
    }
    if (TolerantScanner::isQuote(m_scanner.peek())) { // its first one is missing
        m_scanner.skip();
    }
    m_json += barewords::quoted(name);
    return name;
}

void Reader::readItems(QChar closer, const ExpectedSchema &schema)
{
    m_open.append(closer);
    m_json += u'[';
    bool isFirst = true;
    const ExpectedSchema items = schema.items();
    while (!mustStop() && goOn(closer, isFirst)) {
        const qsizetype mark = m_json.size();
        if (!isFirst) {
            m_json += u',';
        }
        const qsizetype before = m_json.size();
        readValue(items);
        if (m_json.size() == before) {
            m_json.truncate(mark);
        } else {
            isFirst = false;
        }
    }
    m_json += u']';
    m_open.removeLast();
}

void Reader::readValue(const ExpectedSchema &schema)
{
    if (m_open.size() >= maxDepth) {
        m_isTooDeep = true;
        return;
    }
    const QChar next = m_scanner.peek();
    if (next == u'{') {
        m_scanner.skip();
        readMembers(schema);
    } else if (next == u'[') {
        m_scanner.skip();
        readItems(u']', schema);
    } else if (next == u'(') { // a tuple
        m_scanner.countRepair();
        m_scanner.skip();
        readItems(u')', schema);
    } else if (TolerantScanner::isQuote(next)) {
        readText(place());
    } else {
        readBareWord(schema);
    }
}

/// `"one" + "two"` is one text.
void Reader::readText(Place place)
{
    m_json += u'"';
    m_scanner.takeText(place, m_open.size(), m_json);
    while (place != Place::Name && m_scanner.skipPlus()) {
        m_scanner.takeText(place, m_open.size(), m_json);
    }
    m_json += u'"';
}

void Reader::readBareWord(const ExpectedSchema &schema)
{
    const QString word = m_scanner.takeWord();
    if (m_scanner.peek() == u'(' && !word.isEmpty()) {
        readWrapped();
        return;
    }
    const bool zerosCount = schema.types().testFlag(ExpectedSchema::Number);
    const std::optional<QString> value = barewords::valueOf(word, zerosCount);
    if (value && *value == word) {
        m_json += word;
        return;
    }
    m_scanner.countRepair();
    if (value && !schema.wantsText()) {
        m_json += *value;
        return;
    }
    const QString text = word + m_scanner.takeRestOfBareText();
    if (text.isEmpty()) {
        m_scanner.skip(); // nothing begins so
        m_json += place() == Place::Member ? "null"_L1 : QLatin1StringView();
        return;
    }
    m_json += barewords::quoted(text);
}

/// `ObjectId("64f0")` means what is in it.
void Reader::readWrapped()
{
    m_scanner.countRepair();
    m_scanner.skip();
    const qsizetype mark = m_json.size();
    readItems(u')', {});
    QString items = m_json.mid(mark);
    m_json.truncate(mark);
    const bool isOne = !items.contains(u',');
    m_json += isOne && items.size() > 2 ? QStringView(items).mid(1, items.size() - 2).toString() : items;
}

TolerantReading Reader::take()
{
    return {.json = std::move(m_json),
            .end = m_scanner.position(),
            .repairs = m_scanner.repairs(),
            .ranOut = m_scanner.hasRunOut()};
}

} // namespace

std::optional<TolerantReading> readTolerantly(QStringView text, qsizetype from, const ExpectedSchema &schema)
{
    Reader reader(text, from);
    reader.readValue(schema);
    return reader.isTooDeep() ? std::nullopt : std::optional(reader.take());
}

std::optional<qsizetype> endIfLegal(QStringView text, qsizetype from)
{
    Reader reader(text, from, true);
    reader.readValue({});
    if (reader.isTooDeep()) {
        return {};
    }
    const TolerantReading reading = reader.take();
    return reading.repairs == 0 ? std::optional(reading.end) : std::nullopt;
}

std::optional<TolerantReading> readMembersTolerantly(QStringView text, qsizetype from, const ExpectedSchema &schema)
{
    Reader reader(text, from);
    reader.readMembers(schema);
    return reader.isTooDeep() ? std::nullopt : std::optional(reader.take());
}

bool looksLikeMember(QStringView text, qsizetype at)
{
    return TolerantScanner(text, at).looksLikeMember(at);
}

} // namespace lightwell
