// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/storageneed.h"
#include "core/adapter/adapterregistry.h"
#include "core/adapter/balance.h"
#include "core/catalog/catalog.h"
#include "core/discovery/foundengine.h"
#include "core/engine/clock.h"
#include "core/engine/engine.h"
#include "core/engine/jobfollower.h"
#include "core/engine/livecatalog.h"
#include "core/gateway/clientregistry.h"
#include "core/gateway/gateway.h"
#include "core/gateway/presets/presetsfile.h"
#include "core/journal/journal.h"
#include "core/journal/logretention.h"
#include "core/ledger/ledger.h"
#include "core/ledger/ledgerreader.h"
#include "core/library/binretention.h"
#include "core/library/library.h"
#include "core/library/picturebin.h"
#include "core/model/result.h"
#include "core/routing/routingfile.h"
#include "core/secrets/keyring.h"
#include "core/storage/binfolder.h"
#include "core/storage/homelock.h"
#include "core/storage/mediastore.h"
#include "core/storage/paths.h"
#include "core/storage/settings.h"
#include "core/storage/store.h"
#include "core/thumbnails/thumbnails.h"
#include "core/transport/certificates.h"
#include "core/transport/httpclient.h"
#include "core/transport/log.h"
#include "providers/sketchbook/adapter/studio.h"

#include <QThread>

#include <memory>

namespace lightwell {

/// All parts of a program, put together once and taken apart in the right order. Network, engine and gateway live
/// on one thread, the database on its own, the rest on the thread that made it.
class Composition : public QObject
{
    Q_OBJECT
public:
    /// Makes the folders, opens the database, reads the catalogs. Errors say what to do.
    [[nodiscard]] static Result<std::unique_ptr<Composition>> create(const Paths &paths,
                                                                     StorageNeed need = StorageNeed::Write);
    ~Composition() override;

    [[nodiscard]] const Paths &paths() const { return m_paths; }
    [[nodiscard]] const Catalog &catalog() const { return m_lists->catalog(); } ///< changes with lists().changed()
    /// What the last search on this machine found; its offers are in the catalog.
    [[nodiscard]] const QList<FoundEngine> &engines() const { return m_found; }
    /// Takes the place of what was found before, here and for the next start.
    [[nodiscard]] Status keepEngines(const QList<FoundEngine> &engines);
    /// Where a provider is asked: the user's address for it, or its own.
    [[nodiscard]] QUrl addressOf(const QString &provider) const;
    [[nodiscard]] QList<QUrl> ownAddresses() const; ///< of all providers, to be looked at in a search
    void takeAddress(const FoundEngine &engine); ///< it is asked where it was found, from now on
    [[nodiscard]] RoutingFile &routing() { return *m_routing; } ///< the user's rules
    [[nodiscard]] LiveCatalog &lists() { return *m_lists; } ///< the vendors' own, and how old they are
    [[nodiscard]] const AdapterRegistry &adapters() const { return m_adapters; }
    [[nodiscard]] Settings &settings() { return *m_settings; }
    [[nodiscard]] Keyring &keyring() { return *m_keyring; }
    [[nodiscard]] Ledger &ledger() { return *m_ledger; }
    [[nodiscard]] LedgerReader &ledgerReader() { return *m_ledgerReader; }
    /// Of the vendors that tell what is left on an account.
    [[nodiscard]] const std::vector<std::unique_ptr<BalanceReader>> &balanceReaders() const { return m_balanceReaders; }
    [[nodiscard]] Journal &journal() { return *m_journal; }
    [[nodiscard]] Store &store() { return *m_store; }
    [[nodiscard]] MediaStore &media() { return *m_media; }
    [[nodiscard]] Library &library() { return *m_library; }
    [[nodiscard]] Thumbnails &thumbnails() { return *m_thumbnails; }
    [[nodiscard]] picturebin::Places picturePlaces() { return {*m_store, *m_media, *m_bin}; } ///< for deleting
    [[nodiscard]] ClientRegistry &clients() { return *m_clients; }
    [[nodiscard]] Engine &engine() { return *m_engine; }
    [[nodiscard]] Gateway &gateway() { return *m_gateway; }
    /// Its home takes no changes: what is there can be looked at, and nothing is paid for.
    [[nodiscard]] bool isReadOnly() const { return m_isReadOnly; }
    /// Takes up what an earlier run left: generations it did not end, jobs, and deleted pictures and requests of the
    /// gateway's log that outlived their time.
    void takeUpWork();
    /// For a program that stays: what its first connection over TLS needs is read meanwhile, on the thread pool.
    void readAuthoritiesAhead() const { m_authorities.readAhead(); }
    /// Models of the user's own file, by slug.
    [[nodiscard]] const QStringList &ownModels() const { return m_ownModels; }
    [[nodiscard]] QStringList ownEndpoints() const; ///< by their ids
    /// What could not be read at the start and was left out, for a person: a damaged catalog of the user's own.
    [[nodiscard]] const QStringList &catalogWarnings() const { return m_warnings; }
    /// What was not as it should be with the files of the home, besides Settings::trouble().
    [[nodiscard]] const QStringList &storageWarnings() const { return m_storageWarnings; }
    /// All of them, and whom else the home lets in (see checkHome).
    [[nodiscard]] QStringList warnings() const;

Q_SIGNALS:
    void catalogChanged(); ///< catalog() is another one

private:
    explicit Composition(Paths paths);
    [[nodiscard]] bool onlyReads(StorageNeed need) const;
    [[nodiscard]] Status checkPlaces(StorageNeed need);
    [[nodiscard]] Status takeBackRestore(StorageNeed need);
    [[nodiscard]] Status openStorage(StorageNeed need);
    [[nodiscard]] Result<std::unique_ptr<Store>> openStore();
    void warn(const QString &words);
    [[nodiscard]] Result<std::unique_ptr<Store>> openForReading() const;
    [[nodiscard]] Catalog readOwnCatalog();
    void readCatalogs();
    [[nodiscard]] Catalog readWorkflows(const Catalog &builtIn);
    void readEngines();
    [[nodiscard]] Catalog ownOffers(const Catalog &builtIn) const;
    void tellCatalog();
    void readRouting();
    void readPresets();
    void applySettings();
    void startEngine();

    const Paths m_paths;
    const Clock m_clock;
    bool m_isReadOnly = false;
    QStringList m_ownModels;
    QStringList m_warnings;
    QStringList m_homeWarnings;
    QStringList m_storageWarnings;
    std::unique_ptr<LogFile> m_log;
    QList<FoundEngine> m_found;
    Catalog m_workflows; ///< the user's own, as models
    AdapterRegistry m_adapters;
    QList<Endpoint> m_endpoints; ///< servers that the user named
    std::unique_ptr<LiveCatalog> m_lists;
    std::unique_ptr<HomeLock> m_homeLock;
    std::unique_ptr<RoutingFile> m_routing;
    std::unique_ptr<PresetsFile> m_presets;
    std::unique_ptr<Store> m_store;
    std::unique_ptr<MediaStore> m_media;
    std::unique_ptr<BinFolder> m_bin;
    std::unique_ptr<Thumbnails> m_thumbnails;
    std::unique_ptr<Ledger> m_ledger;
    std::unique_ptr<LedgerReader> m_ledgerReader;
    std::vector<std::unique_ptr<BalanceReader>> m_balanceReaders; ///< outlive the engine
    std::unique_ptr<Journal> m_journal;
    std::unique_ptr<LogRetention> m_retention; ///< nullptr until takeUpWork()
    std::unique_ptr<BinRetention> m_binRetention; ///< the same
    std::unique_ptr<Library> m_library;
    std::unique_ptr<ClientRegistry> m_clients;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<Keyring> m_keyring;
    std::unique_ptr<Studio> m_studio;
    AddedAuthorities m_authorities;
    QThread m_engineThread;
    HttpClient *m_http = nullptr; ///< these three live and die on the engine's thread
    Engine *m_engine = nullptr;
    JobFollower *m_follower = nullptr; ///< the engine's child
    Gateway *m_gateway = nullptr;
};

} // namespace lightwell
