// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/balances/balancereaders.h"

#include "core/adapter/balancereasons.h"
#include "core/model/boundedjson.h"
#include "core/model/json.h"
#include "providers/common/requests.h"
#include "providers/common/urls.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

struct Profile
{
    QString provider;
    QUrl base; ///< of the vendor itself
    QString path;
    KeyHeader key = {};
    std::optional<Balance> (*read)(const QJsonObject &answer) = nullptr; ///< nothing: it is no such answer
};

class PlainBalance : public BalanceReader
{
public:
    explicit PlainBalance(Profile profile)
        : m_profile(std::move(profile))
    {
    }
    [[nodiscard]] QString provider() const override { return m_profile.provider; }
    [[nodiscard]] HttpRequest ask(const Credentials &credentials) const override
    {
        HttpRequest request = getRequest(endpoint(credentials.baseUrl, m_profile.base, m_profile.path));
        authorize(request, m_profile.key, credentials.key);
        return request;
    }
    [[nodiscard]] Result<Balance> read(const HttpResponse &answer) const override
    {
        constexpr int unauthorized = 401;
        constexpr int forbidden = 403;
        if (!answer.isSuccess()) {
            const bool isKey = answer.status == unauthorized || answer.status == forbidden;
            return notSent(isKey ? ErrorKind::Auth : ErrorKind::Upstream,
                           reasons::balanceRefused(m_profile.provider, answer.status));
        }
        const Result<QJsonObject> object = readJsonObject(answer.body, jsonlimits::answer);
        const std::optional<Balance> balance = object ? m_profile.read(*object) : std::nullopt;
        if (!balance) {
            return notSent(ErrorKind::Upstream, reasons::balanceUnreadable(m_profile.provider));
        }
        return *balance;
    }

private:
    const Profile m_profile;
};

/// An amount that a vendor writes as a number or a text, in parts of a dollar. Unknown: it is none.
Money amount(const QJsonValue &value, double perDollar)
{
    const std::optional<double> number = json::number(value);
    return number && std::isfinite(*number) ? Money::fromDollars(*number / perDollar) : Money::unknown();
}

std::optional<Balance> leftOnly(Money left)
{
    return left.isKnown() ? std::optional(Balance {left, Money::unknown()}) : std::nullopt;
}

constexpr double creditsPerDollar = 100; // at Stability and Black Forest Labs
constexpr double novitasPerDollar = 10'000;

} // namespace

std::vector<std::unique_ptr<BalanceReader>> balanceReaders()
{
    std::vector<std::unique_ptr<BalanceReader>> readers;
    const auto add = [&readers](Profile profile) {
        readers.push_back(std::make_unique<PlainBalance>(std::move(profile)));
    };
    add({u"black-forest-labs"_s,
         QUrl(u"https://api.bfl.ai"_s),
         u"/v1/credits"_s,
         {"x-key"_ba, {}},
         [](const QJsonObject &answer) { return leftOnly(amount(answer["credits"_L1], creditsPerDollar)); }});
    add({u"stability"_s, QUrl(u"https://api.stability.ai"_s), u"/v1/user/balance"_s, {}, [](const QJsonObject &answer) {
             return leftOnly(amount(answer["credits"_L1], creditsPerDollar));
         }});
    add({u"novita"_s,
         QUrl(u"https://api.novita.ai"_s),
         u"/openapi/v1/billing/balance/detail"_s,
         {},
         [](const QJsonObject &answer) { return leftOnly(amount(answer["availableBalance"_L1], novitasPerDollar)); }});
    add({u"lumenfall"_s,
         QUrl(u"https://api.lumenfall.ai"_s),
         u"/v1/balance"_s,
         {},
         [](const QJsonObject &answer) -> std::optional<Balance> {
             const QJsonObject available = answer["available"_L1].toObject();
             if (answer["object"_L1] != "balance"_L1 || available["currency"_L1] != "USD"_L1) {
                 return std::nullopt;
             }
             return Balance {amount(available["amount"_L1], 1), Money::unknown()}; // none where the bill comes later
         }});
    add({u"openrouter"_s,
         QUrl(u"https://openrouter.ai"_s),
         u"/api/v1/key"_s,
         {},
         [](const QJsonObject &answer) -> std::optional<Balance> {
             const QJsonObject key = answer["data"_L1].toObject(); // the account's own needs another kind of key
             const Money spent = amount(key["usage"_L1], 1);
             return spent.isKnown() ? std::optional(Balance {amount(key["limit_remaining"_L1], 1), spent})
                                    : std::nullopt;
         }});
    return readers;
}

} // namespace lightwell
