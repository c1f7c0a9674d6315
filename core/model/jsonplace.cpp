// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/jsonplace.h"

#include "core/model/displaytext.h"

#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>
#include <vector>

namespace lightwell {

namespace {

/// Walks over a text and keeps where the wanted value stands.
class Finder : public rapidjson::BaseReaderHandler<rapidjson::UTF8<>, Finder>
{
public:
    Finder(const JsonPath &path, const rapidjson::MemoryStream &stream)
        : m_steps(path.steps())
        , m_stream(stream)
    {
    }

    [[nodiscard]] qsizetype depth() const { return m_depth; } ///< so many steps were there
    [[nodiscard]] qsizetype found() const { return m_found; } ///< where the last of them stands

    // What RapidJSON's reader calls.
    bool Default()
    {
        arrive();
        return true;
    }
    bool Key(const char *name, rapidjson::SizeType length, bool)
    {
        m_name = QByteArray(name, static_cast<qsizetype>(length));
        m_nameAt = static_cast<qsizetype>(m_stream.Tell());
        return true;
    }
    bool StartObject() { return open(false); }
    bool StartArray() { return open(true); }
    bool EndObject(rapidjson::SizeType) { return close(); }
    bool EndArray(rapidjson::SizeType) { return close(); }

private:
    struct Open
    {
        bool isList = false;
        bool onTheWay = false; ///< the wanted value is within
        qsizetype next = 0; ///< of a list
    };

    /// Whether the value that begins here lies on the way to the wanted one.
    bool arrive()
    {
        if (m_open.empty()) {
            return true;
        }
        Open &parent = m_open.back();
        const qsizetype index = parent.isList ? parent.next++ : -1;
        const auto depth = static_cast<qsizetype>(m_open.size());
        if (!parent.onTheWay || depth > m_steps.size()) {
            return false;
        }
        const JsonPath::Step &step = m_steps.at(depth - 1);
        const bool same = parent.isList ? step.index == index : step.index < 0 && step.name.toUtf8() == m_name;
        if (same) { // of a name that stands there twice the last counts, with what is within it
            m_depth = depth;
            m_found = parent.isList ? static_cast<qsizetype>(m_stream.Tell()) : m_nameAt;
        }
        return same;
    }
    bool open(bool isList)
    {
        const bool onTheWay = arrive();
        m_open.push_back({isList, onTheWay, 0});
        return true;
    }
    bool close()
    {
        m_open.pop_back();
        return true;
    }

    const QList<JsonPath::Step> &m_steps;
    const rapidjson::MemoryStream &m_stream;
    std::vector<Open> m_open;
    QByteArray m_name;
    qsizetype m_nameAt = 0;
    qsizetype m_depth = 0;
    qsizetype m_found = 0;
};

} // namespace

JsonPath JsonPath::field(const QString &name) const
{
    JsonPath path = *this;
    path.m_steps.append({name, -1});
    return path;
}

JsonPath JsonPath::entry(qsizetype index) const
{
    JsonPath path = *this;
    path.m_steps.append({{}, index});
    return path;
}

JsonPath JsonPath::joined(const JsonPath &further) const
{
    JsonPath path = *this;
    path.m_steps.append(further.m_steps);
    return path;
}

QString JsonPath::toString() const
{
    constexpr qsizetype longest = 64;
    QString text;
    for (const Step &step : m_steps) {
        if (step.index >= 0) {
            text += u'[' + QString::number(step.index) + u']';
        } else {
            text += (text.isEmpty() ? QString() : QString(u'.')) + shortened(displayText(step.name), longest);
        }
    }
    return text;
}

std::optional<qsizetype> jsonLine(const QByteArray &text, const JsonPath &path)
{
    const JsonPlace place = nearestJsonPlace(text, path);
    return place.depth == path.steps().size() ? std::optional(place.line) : std::nullopt;
}

JsonPlace nearestJsonPlace(const QByteArray &text, const JsonPath &path)
{
    if (path.isEmpty()) {
        return {};
    }
    const qsizetype mark = text.startsWith("\xef\xbb\xbf") ? 3 : 0;
    rapidjson::MemoryStream stream(text.constData() + mark, static_cast<std::size_t>(text.size() - mark));
    Finder finder(path, stream);
    rapidjson::Reader reader;
    // What follows a broken place is not looked at; whoever asks has read the text before.
    reader.Parse<rapidjson::kParseIterativeFlag | rapidjson::kParseNumbersAsStringsFlag>(stream, finder);
    if (finder.depth() == 0) {
        return {};
    }
    return {QByteArrayView(text).first(mark + finder.found()).count('\n') + 1, finder.depth()};
}

} // namespace lightwell
