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
#include "tests/standins/vendorstandin.h"

#include <QTcpServer>
#include <QTemporaryDir>

namespace lightwell::test {

/// A whole engine over the adapters of two vendors that serve the same model, one that answers at once (Together) and
/// one with jobs (Black Forest Labs), each before its stand-in on a real socket.
class FaultRig
{
public:
    enum class Kind { Synchronous, Asynchronous };
    enum class Patience {
        Ample, ///< for what comes in the end
        Short, ///< for what never does
    };
    /// `first`: the vendor that is asked first.
    FaultRig(Kind first, bool failoverAfterUnknown, Patience patience = Patience::Ample);
    ~FaultRig();

    [[nodiscard]] VendorStandIn &first() { return *m_standIns[0]; }
    [[nodiscard]] VendorStandIn &second() { return *m_standIns[1]; }
    /// Orders that reached a vendor, however they ended.
    [[nodiscard]] static int orders(const VendorStandIn &vendor);
    /// The point at which work is asked for at the first vendor.
    [[nodiscard]] QString submission() const;
    void readdress(const QUrl &address); ///< of the first vendor
    /// Connections to the first vendor are closed as they come, before anything is read.
    void hangUpAtOnce();
    /// The first vendor's address is encrypted, and what answers there speaks something else.
    void speakNoTls();

    [[nodiscard]] Generation run();
    [[nodiscard]] Usage usage();
    /// What the generation costs at the first and at the second vendor, by their price lists.
    [[nodiscard]] Money price(int vendor) const { return m_prices.value(vendor); }

private:
    void setPolicy(bool failoverAfterUnknown, Patience patience);
    void listen(const QString &scheme, const QByteArray &words);

    const Kind m_kind;
    QTemporaryDir m_folder;
    std::unique_ptr<Store> m_store;
    std::unique_ptr<VendorStandIn> m_standIns[2];
    QHash<QString, QUrl> m_addresses;
    QList<Money> m_prices;
    QTcpServer m_rude;
    Clock m_clock;
    AdapterRegistry m_adapters;
    std::unique_ptr<Ledger> m_ledger;
    std::unique_ptr<Journal> m_journal;
    std::unique_ptr<MediaStore> m_media;
    std::unique_ptr<Keyring> m_keyring;
    HttpClient m_http;
    std::unique_ptr<Engine> m_engine;
};

} // namespace lightwell::test
