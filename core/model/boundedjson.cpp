// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/boundedjson.h"

#include "core/model/jsonfault.h"
#include "core/model/longstrings.h"

#include <QCoreApplication>

#include <algorithm>
#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>
#include <vector>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(lightwell::Json)
};

/// Counts what passes by. Keeps of each name only its hash and where it ends, for as long as its object is open.
class Meter : public rapidjson::BaseReaderHandler<rapidjson::UTF8<>, Meter>
{
public:
    Meter(const QByteArray &text, const JsonLimits &limits, const rapidjson::MemoryStream &stream)
        : m_text(text)
        , m_limits(limits)
        , m_stream(stream)
    {
    }

    [[nodiscard]] const std::optional<Error> &fault() const { return m_fault; }

    // What RapidJSON's reader calls; false stops it.
    bool Default() { return ++m_values <= m_limits.values || stop(jsonfault::tooManyValues(m_limits)); }
    bool RawNumber(const char *, rapidjson::SizeType length, bool)
    {
        return length <= m_limits.numberLength ? Default() : stop(jsonfault::longNumber(m_limits));
    }
    bool Key(const char *name, rapidjson::SizeType length, bool)
    {
        if (++m_keys > m_limits.keys) {
            return stop(jsonfault::tooManyKeys(m_limits));
        }
        if (length > m_limits.keyLength) {
            return stop(jsonfault::longKey(m_limits));
        }
        if (m_limits.uniqueKeys) {
            m_names.push_back({qHash(QByteArrayView(name, length), m_seed), qsizetype(m_stream.Tell())});
        }
        return true;
    }
    bool StartObject() { return open() && Default(); }
    bool StartArray() { return open() && Default(); }
    bool EndArray(rapidjson::SizeType) { return close(); }
    bool EndObject(rapidjson::SizeType)
    {
        const auto first = m_names.begin() + qsizetype(m_begins.back());
        std::sort(first, m_names.end());
        const auto twice =
            std::adjacent_find(first, m_names.end(), [](const Name &a, const Name &b) { return a.hash == b.hash; });
        if (twice != m_names.end()) {
            return stop(jsonfault::duplicate(nameBefore(twice->end)));
        }
        m_names.erase(first, m_names.end());
        return close();
    }

private:
    struct Name
    {
        std::size_t hash = 0;
        qsizetype end = 0; ///< where it ends in the text, with its quote
        auto operator<=>(const Name &) const = default;
    };

    bool stop(const Error &fault)
    {
        m_fault = fault;
        return false;
    }
    bool open()
    {
        m_begins.push_back(m_names.size());
        return qsizetype(m_begins.size()) <= m_limits.depth || stop(jsonfault::tooDeep(m_limits));
    }
    bool close()
    {
        m_begins.pop_back();
        return true;
    }
    [[nodiscard]] QByteArray nameBefore(qsizetype end) const
    {
        const qsizetype begin = m_text.lastIndexOf('"', end - 2) + 1;
        return m_text.mid(begin, end - 1 - begin);
    }

    const QByteArray &m_text;
    const JsonLimits &m_limits;
    const rapidjson::MemoryStream &m_stream;
    const std::size_t m_seed = QHashSeed::globalSeed();
    qsizetype m_values = 0;
    qsizetype m_keys = 0;
    std::vector<Name> m_names;
    std::vector<std::size_t> m_begins; ///< for each open object or list: where its names begin
    std::optional<Error> m_fault;
};

QString wordsFor(rapidjson::ParseErrorCode code)
{
    switch (code) {
    case rapidjson::kParseErrorDocumentEmpty:
        return Text::tr("the text is empty");
    case rapidjson::kParseErrorDocumentRootNotSingular:
        return Text::tr("something follows after the end");
    case rapidjson::kParseErrorValueInvalid:
        return Text::tr("this is no value");
    case rapidjson::kParseErrorObjectMissName:
        return Text::tr("the name of a field is missing");
    case rapidjson::kParseErrorObjectMissColon:
        return Text::tr("a colon is missing after the name of a field");
    case rapidjson::kParseErrorObjectMissCommaOrCurlyBracket:
        return Text::tr("a comma or } is missing");
    case rapidjson::kParseErrorArrayMissCommaOrSquareBracket:
        return Text::tr("a comma or ] is missing");
    case rapidjson::kParseErrorStringUnicodeEscapeInvalidHex:
    case rapidjson::kParseErrorStringUnicodeSurrogateInvalid:
    case rapidjson::kParseErrorStringEscapeInvalid:
        return Text::tr("a character is escaped in a way that does not exist");
    case rapidjson::kParseErrorStringMissQuotationMark:
        return Text::tr("a text does not end");
    case rapidjson::kParseErrorStringInvalidEncoding:
        return Text::tr("the text is not UTF-8");
    case rapidjson::kParseErrorNumberTooBig:
    case rapidjson::kParseErrorNumberMissFraction:
    case rapidjson::kParseErrorNumberMissExponent:
        return Text::tr("this is no number");
    default:
        return Text::tr("this is not JSON");
    }
}

bool isSurrogate(const char *escape, char from, char to)
{
    const char third = char(escape[3] | 0x20);
    return escape[0] == '\\' && escape[1] == 'u' && (escape[2] | 0x20) == 'd' && third >= from && third <= to;
}

/// The same text, as long as it was, without what QJsonDocument takes and RapidJSON does not: half a surrogate pair
/// (some vendor cuts its texts there), bare control characters, escapes that do not exist. Only for counting.
QByteArray softened(const QByteArray &text)
{
    QByteArray result = text;
    char *at = result.data();
    const char *const end = at + result.size();
    bool inText = false;
    for (; at != end; ++at) {
        if (*at == '"') {
            inText = !inText;
        } else if (inText && *at == '\\' && end - at >= 2) {
            constexpr qsizetype length = 6; // \ud83d
            const bool whole = end - at >= length;
            if (whole && isSurrogate(at, '8', 'b') && end - at >= 2 * length && isSurrogate(at + length, 'c', 'f')) {
                at += 2 * length - 1;
            } else if (whole && isSurrogate(at, '8', 'f')) {
                at = std::copy_n("\\ufffd", length, at) - 1;
            } else if (!QByteArrayView("\"\\/bfnrtu").contains(at[1])) {
                *at = '?';
            } else {
                ++at;
            }
        } else if (inText && static_cast<unsigned char>(*at) < 0x20) {
            *at = ' ';
        }
    }
    return result;
}

/// Nothing: within the limits, and JSON.
std::optional<Error> measure(const QByteArray &text, const JsonLimits &limits)
{
    const qsizetype mark = text.startsWith("\xef\xbb\xbf") ? 3 : 0;
    rapidjson::MemoryStream stream(text.constData() + mark, std::size_t(text.size() - mark));
    Meter meter(text, limits, stream);
    rapidjson::Reader reader;
    // Iterative, so that depth takes no stack. No numbers are computed, or a long one would take its time.
    constexpr unsigned how =
        rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag | rapidjson::kParseNumbersAsStringsFlag;
    const rapidjson::ParseResult result = reader.Parse<how>(stream, meter);
    if (!result.IsError()) {
        return std::nullopt;
    }
    return meter.fault() ? meter.fault()
                         : jsonfault::syntax(text, mark + qsizetype(result.Offset()), wordsFor(result.Code()));
}

} // namespace

Result<QJsonDocument> readJson(const QByteArray &text, const JsonLimits &limits)
{
    const bool isShort = text.size() <= limits.bytes;
    const Result<ShortenedJson> shortened = isShort ? ShortenedJson {text, {}} : shortenJson(text, limits);
    if (!shortened) {
        return shortened.error();
    }
    std::optional<Error> fault = measure(shortened->text, limits);
    if (fault && fault->code == "json_syntax"_L1 && measure(softened(shortened->text), limits) == std::nullopt) {
        fault.reset();
    }
    if (fault) {
        return *fault;
    }
    QJsonParseError parsing;
    QJsonDocument document = QJsonDocument::fromJson(text, &parsing);
    if (parsing.error != QJsonParseError::NoError) {
        return jsonfault::syntax(text, parsing.offset, parsing.errorString());
    }
    return document;
}

Result<QJsonObject> readJsonObject(const QByteArray &text, const JsonLimits &limits)
{
    const Result<QJsonDocument> document = readJson(text, limits);
    if (!document) {
        return document.error();
    }
    if (!document->isObject()) {
        return jsonfault::syntax(text, 0, Text::tr("an object is expected, not a list"));
    }
    return document->object();
}

} // namespace lightwell
