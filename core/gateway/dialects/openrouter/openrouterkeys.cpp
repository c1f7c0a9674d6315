// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/dialects/openrouter/openrouterkeys.h"

#include "core/gateway/dialects/openrouter/accountpages.h"
#include "core/gateway/dialects/openrouter/pagewish.h"
#include "core/gateway/http/switchword.h"
#include "core/model/boundedjson.h"
#include "core/wording/gatewayreasons.h"

#include <QJsonArray>

namespace lightwell::openrouter {

using namespace Qt::StringLiterals;

namespace {

/// OpenRouter has workspaces; here there is one, which is nobody's to choose.
const QString &workspace()
{
    static const QString name = u"default"_s;
    return name;
}

/// Takes the fields of a body one by one; remembers the first mistake.
class BodyReader
{
public:
    explicit BodyReader(QJsonObject body)
        : m_rest(std::move(body))
    {
    }
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }
    void fail(const QString &field, const Reason &why)
    {
        m_error = m_error ? m_error : std::optional(notSent(ErrorKind::Invalid, why, field));
    }

    void readName(KeyWish &wish)
    {
        const QJsonValue value = m_rest.take("name"_L1);
        if (value.isString()) {
            wish.client.name = value.toString();
        } else if (!value.isUndefined()) {
            fail(u"name"_s, reasons::clientNameUnusable());
        }
    }

    void readLimit(KeyWish &wish)
    {
        const QJsonValue limit = m_rest.take("limit"_L1);
        const double dollars = limit.toDouble();
        if (limit.isNull()) {
            wish.limit = Money::unknown();
        } else if (limit.isDouble() && dollars >= 0 && Money::fromDollars(dollars).isKnown()) {
            wish.limit = Money::fromDollars(dollars);
        } else if (!limit.isUndefined()) {
            fail(u"limit"_s, reasons::keyLimitUnusable());
        }
        const QJsonValue reset = m_rest.take("limit_reset"_L1);
        const std::optional<Period> period = periodOf(reset.toString());
        if (reset.isNull() || period) {
            wish.period = period.value_or(Period::Total);
        } else if (!reset.isUndefined()) {
            fail(u"limit_reset"_s, reasons::keyResetUnusable());
        }
        if (period && wish.limit && !wish.limit->isKnown()) {
            fail(u"limit_reset"_s, reasons::keyResetWithoutLimit());
        }
    }

    void readEnd(KeyWish &wish, const QDateTime &now)
    {
        const QJsonValue value = m_rest.take("expires_at"_L1);
        if (value.isNull()) {
            wish.client.expiresAt = QDateTime();
        } else if (!value.isUndefined()) {
            const QDateTime end = QDateTime::fromString(value.toString(), Qt::ISODateWithMs);
            if (!end.isValid() || end.timeSpec() == Qt::LocalTime) { // a time that does not say where
                return fail(u"expires_at"_s, reasons::keyEndUnusable());
            }
            if (end <= now) {
                return fail(u"expires_at"_s, reasons::keyEndOver());
            }
            wish.client.expiresAt = end.toUTC();
        }
    }

    [[nodiscard]] std::optional<bool> readSwitch(QLatin1StringView field)
    {
        const QJsonValue value = m_rest.take(field);
        if (!value.isUndefined() && !value.isBool()) {
            fail(field, reasons::keySwitchUnusable(field));
        }
        return value.isBool() ? std::optional(value.toBool()) : std::nullopt;
    }

    /// At the end.
    void refuseOthers()
    {
        if (m_rest.value("workspace_id"_L1) == workspace()) {
            m_rest.remove("workspace_id"_L1);
        }
        for (const QLatin1StringView field : {"workspace_id"_L1, "creator_user_id"_L1, "external"_L1}) {
            if (const QJsonValue value = m_rest.take(field); !value.isUndefined() && !value.isNull()) {
                fail(field, reasons::keyFieldNotHere(field));
            }
        }
        if (!m_rest.isEmpty()) {
            fail(m_rest.begin().key(), reasons::keyFieldUnknown(m_rest.begin().key()));
        }
    }

private:
    [[nodiscard]] static std::optional<Period> periodOf(const QString &word)
    {
        for (const Period period : {Period::Day, Period::Week, Period::Month}) {
            if (word == resetWord(period)) {
                return period;
            }
        }
        return std::nullopt;
    }

    QJsonObject m_rest;
    std::optional<Error> m_error;
};

/// What a new key and a change of one may say both; the rest is left to read.
Result<BodyReader> readTerms(const GatewayRequest &request, const QDateTime &now, KeyWish &wish)
{
    const Result<QJsonObject> body = readJsonObject(request.body, jsonlimits::clientBody);
    if (!body) {
        return notSent(ErrorKind::Invalid, body.error().why());
    }
    BodyReader reader(*body);
    reader.readName(wish);
    reader.readLimit(wish);
    reader.readEnd(wish, now);
    return reader;
}

QJsonValue timeOrNull(const QDateTime &time)
{
    return time.isValid() ? QJsonValue(time.toUTC().toString(Qt::ISODateWithMs)) : QJsonValue(QJsonValue::Null);
}

QString hashOf(const Client &client)
{
    return QString::fromLatin1(client.keyHash.toHex());
}

QJsonObject entryOf(const ManagedKey &key)
{
    const Client &client = key.client;
    QJsonObject entry = spendingOf(key.facts);
    entry.insert(u"hash"_s, hashOf(client));
    entry.insert(u"name"_s, client.name);
    entry.insert(u"label"_s, QString(u"lw-…"_s + client.keyHint));
    entry.insert(u"disabled"_s, client.disabled);
    entry.insert(u"created_at"_s, timeOrNull(client.createdAt));
    entry.insert(u"expires_at"_s, timeOrNull(client.terms.expiresAt));
    entry.insert(u"workspace_id"_s, workspace());
    for (const QString &unknown : {u"creator_user_id"_s, u"external_user"_s, u"updated_at"_s}) {
        entry.insert(unknown, QJsonValue::Null);
    }
    return entry;
}

} // namespace

Result<KeyListWish> OpenRouterKeys::readList(const GatewayRequest &request) const
{
    constexpr qsizetype page = 100;
    const Result<PageWish> wish = readPageWish(request.query, page);
    if (!wish) {
        return wish.error();
    }
    const QString disabled = request.query.queryItemValue(u"include_disabled"_s);
    if (!disabled.isEmpty() && disabled != "true"_L1 && disabled != "false"_L1) {
        return notSent(ErrorKind::Invalid, reasons::keySwitchUnusable(u"include_disabled"_s), u"include_disabled"_s);
    }
    return KeyListWish {disabled == "true"_L1, wish->offset, wish->limit};
}

Result<KeyWish> OpenRouterKeys::readNew(const GatewayRequest &request, const QDateTime &now) const
{
    KeyWish wish;
    Result<BodyReader> read = readTerms(request, now, wish);
    if (!read) {
        return read.error();
    }
    BodyReader &reader = read.value();
    (void)reader.readSwitch("include_byok_in_limit"_L1);
    reader.refuseOthers();
    if (!wish.client.name) {
        reader.fail(u"name"_s, reasons::clientNameMissing());
    }
    const bool hasLimit = wish.limit && wish.limit->isKnown();
    if (wish.period && *wish.period != Period::Total && !hasLimit) {
        reader.fail(u"limit_reset"_s, reasons::keyResetWithoutLimit());
    }
    return reader.error() ? Result<KeyWish>(*reader.error()) : wish;
}

Result<KeyWish> OpenRouterKeys::readChange(const GatewayRequest &request, const QDateTime &now) const
{
    KeyWish wish;
    Result<BodyReader> read = readTerms(request, now, wish);
    if (!read) {
        return read.error();
    }
    BodyReader &reader = read.value();
    wish.client.disabled = reader.readSwitch("disabled"_L1);
    const bool isToldAnything = reader.readSwitch("include_byok_in_limit"_L1).has_value();
    reader.refuseOthers();
    if (wish.client.isEmpty() && !wish.limit && !wish.period && !isToldAnything) {
        reader.fail({}, reasons::keyChangeEmpty());
    }
    return reader.error() ? Result<KeyWish>(*reader.error()) : wish;
}

bool OpenRouterKeys::isNamed(const Client &client, const QString &name) const
{
    return !client.keyHash.isEmpty() && hashOf(client) == name.toLower();
}

GatewayResponse OpenRouterKeys::list(const QList<ManagedKey> &keys) const
{
    QJsonArray data;
    for (const ManagedKey &key : keys) {
        data.append(entryOf(key));
    }
    return GatewayResponse::json(200, {{u"data"_s, data}});
}

GatewayResponse OpenRouterKeys::one(const ManagedKey &key) const
{
    return GatewayResponse::json(200, {{u"data"_s, entryOf(key)}});
}

GatewayResponse OpenRouterKeys::made(const ManagedKey &key, const QByteArray &secret) const
{
    GatewayResponse response =
        GatewayResponse::json(201, {{u"data"_s, entryOf(key)}, {u"key"_s, QString::fromLatin1(secret)}});
    response.setHeader("Cache-Control", "no-store");
    return response;
}

GatewayResponse OpenRouterKeys::removed() const
{
    return GatewayResponse::json(200, {{u"deleted"_s, true}});
}

} // namespace lightwell::openrouter
