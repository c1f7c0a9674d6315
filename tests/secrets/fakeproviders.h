// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapter/adapterregistry.h"

namespace lightwell::test {

/// A provider that is nothing but its description.
class FakeAdapter : public Adapter
{
public:
    explicit FakeAdapter(ProviderInfo info)
        : m_info(std::move(info))
    {
    }
    ProviderInfo info() const override { return m_info; }
    Step begin(const Plan &, const PlannedCall &, const Credentials &) const override { return Failed(); }
    Step advance(const Plan &, const AdapterState &, const HttpResponse &, const Credentials &) const override
    {
        return Failed();
    }

private:
    ProviderInfo m_info;
};

/// "paid" needs a key, "two-part" a key and further fields, "local" none but takes one, "own-address" an address,
/// "built-in" nothing at all, "document" a key that is a JSON document.
inline void addFakeProviders(AdapterRegistry &registry)
{
    const auto add = [&registry](const QString &id, const QStringList &variables, bool needsKey,
                                 bool needsBaseUrl = false) {
        ProviderInfo info;
        info.id = id;
        info.name = u"Provider " + id;
        info.keyVariables = variables;
        info.needsKey = needsKey;
        info.needsBaseUrl = needsBaseUrl;
        registry.add(std::make_unique<FakeAdapter>(info));
    };
    add(QStringLiteral("paid"), {QStringLiteral("TEST_PAID_KEY")}, true);
    ProviderInfo parts;
    parts.id = QStringLiteral("two-part");
    parts.name = QStringLiteral("Provider two-part");
    parts.keyVariables = {QStringLiteral("TEST_TOKEN"), QStringLiteral("TEST_OTHER_TOKEN")};
    CredentialField account {QStringLiteral("account_id"), QStringLiteral("Account ID"),
                             QStringLiteral("TEST_ACCOUNT_ID")};
    account.notWithKeys = {QStringLiteral("free-")};
    CredentialField half {QStringLiteral("half"), QStringLiteral("Other half"), QStringLiteral("TEST_HALF")};
    half.secret = true;
    half.optional = true;
    CredentialField region {QStringLiteral("region"), QStringLiteral("Region"), QStringLiteral("TEST_REGION")};
    region.fallback = QStringLiteral("here");
    region.form = CredentialField::regionForm();
    CredentialField address {CredentialField::address(), QStringLiteral("Endpoint"), QStringLiteral("TEST_ENDPOINT")};
    address.optional = true;
    parts.fields = {account, half, region, address};
    registry.add(std::make_unique<FakeAdapter>(parts));
    add(QStringLiteral("local"), {QStringLiteral("TEST_LOCAL_KEY")}, false);
    add(QStringLiteral("own-address"), {QStringLiteral("TEST_OWN_KEY")}, false, true);
    add(QStringLiteral("built-in"), {}, false);
    ProviderInfo document;
    document.id = QStringLiteral("document");
    document.name = QStringLiteral("Provider document");
    document.keyVariables = {QStringLiteral("TEST_DOCUMENT")};
    document.keyIsDocument = true;
    registry.add(std::make_unique<FakeAdapter>(document));
}

} // namespace lightwell::test
