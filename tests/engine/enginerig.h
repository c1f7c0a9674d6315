// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/catalog.h"
#include "core/engine/engine.h"
#include "core/journal/journal.h"
#include "core/ledger/ledger.h"
#include "core/secrets/keyring.h"
#include "core/storage/mediastore.h"
#include "core/storage/store.h"
#include "core/transport/httpclient.h"
#include "tests/engine/toyvendor.h"

#include <QTemporaryDir>

#include <atomic>
#include <functional>
#include <map>

namespace lightwell::test {

/// The machine's, moved ahead where a pause is to be over.
class ShiftedClock : public Clock
{
public:
    [[nodiscard]] QDateTime now() const override { return Clock::now().addSecs(ahead); }
    std::atomic<qint64> ahead = 0; ///< seconds
};

/// A whole engine over toy vendors: real store, real ledger, real sockets, in a folder that goes with it.
class EngineRig
{
public:
    /// Each provider gets a stand-in and a key; `offers` make up their models, "toy" as a rule.
    explicit EngineRig(const QList<Offer> &offers, const QString &file = {});
    /// What stands for a provider, where that is not the plain toy vendor.
    struct Makers
    {
        std::function<std::unique_ptr<ToyVendor>()> vendor;
        std::function<std::unique_ptr<ToyAdapter>(const QString &provider)> adapter;
        HttpClientOptions http = {};
    };
    EngineRig(const QList<Offer> &offers, const QString &file, const Makers &make);
    ~EngineRig();

    [[nodiscard]] ToyVendor &vendor(const QString &provider) { return *m_vendors.at(provider); }
    void takeKeyAway(const QString &provider);
    /// Starts a generation and spins until it has ended.
    [[nodiscard]] Generation run(Request request);
    [[nodiscard]] Generation run() { return run(request()); }
    [[nodiscard]] static Request request();
    [[nodiscard]] Usage usage();

    QTemporaryDir folder;
    std::unique_ptr<Store> store;
    Catalog catalog; ///< of the offers' models
    ShiftedClock clock;
    AdapterRegistry adapters;
    std::unique_ptr<Ledger> ledger;
    std::unique_ptr<Journal> journal;
    std::unique_ptr<MediaStore> media;
    std::unique_ptr<Keyring> keyring;
    HttpClient http;
    std::unique_ptr<Engine> engine;
    int ends = 0;

private:
    std::map<QString, std::unique_ptr<ToyVendor>> m_vendors;
};

/// Spins until a future has its value.
template<typename T>
T await(QFuture<T> future)
{
    [&future] { QTRY_VERIFY(future.isFinished()); }();
    return future.result();
}

} // namespace lightwell::test
