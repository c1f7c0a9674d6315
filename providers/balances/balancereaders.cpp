// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/balances/balancereaders.h"

#include "core/adapter/adapterregistry.h"
#include "core/adapter/balancereasons.h"
#include "core/model/boundedjson.h"
#include "providers/common/requests.h"
#include "providers/common/toldcost.h"
#include "providers/common/urls.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

struct Profile
{
    QString provider;
    std::optional<Balance> (*read)(const QJsonObject &answer) = nullptr; ///< nothing: it is no such answer
    HttpRequest (*ask)(const Credentials &credentials) = nullptr; ///< null: the answer to the check of a key tells it
};

class PlainBalance : public BalanceReader
{
public:
    PlainBalance(const AdapterRegistry &adapters, Profile profile)
        : m_adapters(adapters)
        , m_profile(std::move(profile))
    {
    }
    [[nodiscard]] QString provider() const override { return m_profile.provider; }
    [[nodiscard]] HttpRequest ask(const Credentials &credentials) const override
    {
        const Adapter *adapter = m_adapters.find(m_profile.provider);
        if (m_profile.ask != nullptr || adapter == nullptr) {
            return m_profile.ask != nullptr ? m_profile.ask(credentials) : HttpRequest();
        }
        return adapter->keyCheck(credentials).value_or(HttpRequest());
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
    const AdapterRegistry &m_adapters;
    const Profile m_profile;
};

std::optional<Balance> leftOnly(Money left)
{
    return left.isKnown() ? std::optional(Balance {left, Money::unknown()}) : std::nullopt;
}

constexpr double dollarsPerCredit = 0.01; // at Stability and Black Forest Labs
constexpr double dollarsPerNovita = 0.0001;

std::optional<Balance> inCredits(const QJsonObject &answer)
{
    return leftOnly(toldCost(answer["credits"_L1], dollarsPerCredit));
}

std::optional<Balance> inNovitas(const QJsonObject &answer)
{
    return leftOnly(toldCost(answer["availableBalance"_L1], dollarsPerNovita));
}

HttpRequest askLumenfall(const Credentials &credentials)
{
    HttpRequest request =
        getRequest(endpoint(credentials.baseUrl, QUrl(u"https://api.lumenfall.ai"_s), u"/v1/balance"_s));
    authorize(request, {}, credentials.key);
    return request;
}

std::optional<Balance> ofLumenfall(const QJsonObject &answer)
{
    const QJsonObject available = answer["available"_L1].toObject();
    if (answer["object"_L1] != "balance"_L1 || available["currency"_L1] != "USD"_L1) {
        return std::nullopt;
    }
    return Balance {toldCost(available["amount"_L1]), Money::unknown()}; // none where the bill comes later
}

std::optional<Balance> ofOpenRouter(const QJsonObject &answer)
{
    const QJsonObject key = answer["data"_L1].toObject(); // the account's own needs another kind of key
    const Money spent = toldCost(key["usage"_L1]);
    return spent.isKnown() ? std::optional(Balance {toldCost(key["limit_remaining"_L1]), spent}) : std::nullopt;
}

} // namespace

std::vector<std::unique_ptr<BalanceReader>> balanceReaders(const AdapterRegistry &adapters)
{
    std::vector<std::unique_ptr<BalanceReader>> readers;
    for (const Profile &profile : {Profile {u"black-forest-labs"_s, inCredits}, Profile {u"stability"_s, inCredits},
                                   Profile {u"novita"_s, inNovitas}, Profile {u"openrouter"_s, ofOpenRouter},
                                   Profile {u"lumenfall"_s, ofLumenfall, askLumenfall}}) {
        readers.push_back(std::make_unique<PlainBalance>(adapters, profile));
    }
    return readers;
}

} // namespace lightwell
