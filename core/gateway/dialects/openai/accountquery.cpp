// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/dialects/openai/accountquery.h"

#include "core/wording/gatewayreasons.h"

namespace lightwell::openai {

using namespace Qt::StringLiterals;

namespace {

struct StatusWord
{
    const char *word;
    QList<RequestOutcome> outcomes;
};

/// Lumenfall's own words, those that it lacks, and "failed" for both of its kinds of failures.
const QList<StatusWord> &statusWords()
{
    using enum RequestOutcome;
    static const QList<StatusWord> words {{"completed", {Completed}},   {"upstream_failure", {Failed}},
                                          {"rejected", {Refused}},      {"cancelled", {Cancelled}},
                                          {"running", {Running}},       {"unknown", {Unknown}},
                                          {"failed", {Failed, Refused}}};
    return words;
}

Error wrong(const QString &field, const Reason &reason)
{
    return notSent(ErrorKind::Invalid, reason, field);
}

/// Reads field by field and remembers the first mistake.
class QueryReader
{
public:
    explicit QueryReader(const QUrlQuery &query)
        : m_query(query)
    {
    }

    [[nodiscard]] QString text(const QString &field) const { return m_query.queryItemValue(field, QUrl::FullyDecoded); }
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }
    void fail(const Error &error)
    {
        if (!m_error) {
            m_error = error;
        }
    }

    [[nodiscard]] ListWish list()
    {
        ListWish wish;
        if (m_query.hasQueryItem(u"limit"_s)) {
            bool isNumber = false;
            wish.limit = text(u"limit"_s).toInt(&isNumber);
            if (!isNumber || wish.limit < 1 || wish.limit > ListWish::most) {
                fail(wrong(u"limit"_s, reasons::pageLimitUnusable(ListWish::most)));
            }
        }
        wish.after = text(u"starting_after"_s);
        wish.before = text(u"ending_before"_s);
        if (!wish.after.isEmpty() && !wish.before.isEmpty()) {
            fail(wrong(u"ending_before"_s, reasons::pageHasTwoEnds()));
        }
        return wish;
    }

    [[nodiscard]] QDateTime time(const QString &field)
    {
        const QString written = text(field);
        if (written.isEmpty()) {
            return {};
        }
        bool isNumber = false;
        const qint64 seconds = written.toLongLong(&isNumber);
        constexpr qint64 latest = 253'402'300'799; // of the year 9999
        if (isNumber && seconds >= 0 && seconds <= latest) {
            return QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC);
        }
        QDateTime time = QDateTime::fromString(written, Qt::ISODateWithMs);
        if (isNumber || !time.isValid()) {
            fail(wrong(field, reasons::pageTimeUnreadable(field)));
            return {};
        }
        if (time.timeSpec() == Qt::LocalTime) { // nothing said: as in answers
            time.setTimeSpec(Qt::UTC);
        }
        return time;
    }

    /// Empty: it is not there. `known` are the words there are.
    [[nodiscard]] QString word(const QString &field, const QStringList &known)
    {
        const QString written = text(field);
        if (!written.isEmpty() && !known.contains(written)) {
            fail(wrong(field, reasons::pageWordUnknown(field, known)));
        }
        return written;
    }

private:
    const QUrlQuery &m_query;
    std::optional<Error> m_error;
};

} // namespace

QString outcomeName(RequestOutcome outcome)
{
    for (const StatusWord &status : statusWords()) {
        if (status.outcomes.contains(outcome)) {
            return QString::fromLatin1(status.word);
        }
    }
    return {};
}

Result<RequestsWish> readRequestsQuery(const QUrlQuery &query)
{
    QueryReader reader(query);
    RequestsWish wish;
    wish.list = reader.list();
    wish.filter.client = reader.text(u"key_id"_s);
    wish.filter.after = reader.time(u"created_after"_s);
    wish.filter.before = reader.time(u"created_before"_s);
    QStringList known;
    for (const StatusWord &status : statusWords()) {
        known.append(QString::fromLatin1(status.word));
    }
    const QString status = reader.word(u"status"_s, known);
    for (const StatusWord &one : statusWords()) {
        if (status == QLatin1StringView(one.word)) {
            wish.filter.outcomes = one.outcomes;
        }
    }
    wish.summary = reader.word(u"summary"_s, {u"true"_s, u"false"_s}) == "true"_L1;
    return reader.error() ? Result<RequestsWish>(*reader.error()) : wish;
}

Result<KeysWish> readKeysQuery(const QUrlQuery &query)
{
    QueryReader reader(query);
    KeysWish wish;
    wish.list = reader.list();
    const QString status = reader.word(u"status"_s, {u"active"_s, u"revoked"_s});
    if (!status.isEmpty()) {
        wish.revoked = status == "revoked"_L1;
    }
    return reader.error() ? Result<KeysWish>(*reader.error()) : wish;
}

QString pageAddress(const QString &address, QUrlQuery query, const QString &after, const QString &before)
{
    query.removeAllQueryItems(u"starting_after"_s);
    query.removeAllQueryItems(u"ending_before"_s);
    query.addQueryItem(after.isEmpty() ? u"ending_before"_s : u"starting_after"_s, after.isEmpty() ? before : after);
    return address + u'?' + query.toString(QUrl::FullyEncoded);
}

} // namespace lightwell::openai
