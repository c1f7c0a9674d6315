// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composition.h"

#include "core/media/largeblocks.h"
#include "core/secrets/encryptedfile.h"
#include "core/secrets/keychain.h"
#include "core/storage/homebackup.h"
#include "core/storage/homecheck.h"
#include "core/transport/certificates.h"
#include "core/wording/wording.h"
#include "providers/balances/balancereaders.h"
#include "providers/registry.h"
#include "providers/text/textvendors.h"

#include <QFileInfo>
#include <QThreadPool>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

/// What went wrong, with the file it went wrong with.
Result<std::unique_ptr<Store>> namingFile(Result<std::unique_ptr<Store>> store, const QString &path)
{
    if (store) {
        return store;
    }
    Error error = store.error();
    error.message = u"%1: %2"_s.arg(path, wording::sentence(error));
    error.reason = {};
    return error;
}

Q_LOGGING_CATEGORY(homeLog, "lightwell.home", QtInfoMsg)

} // namespace

Result<std::unique_ptr<Composition>> Composition::create(const Paths &paths, StorageNeed need)
{
    setMmapThreshold();
    std::unique_ptr<Composition> composition(new Composition(paths));
    if (const Status good = composition->checkPlaces(need); !good.ok()) {
        return good.error();
    }
    if (const Status whole = composition->takeBackRestore(need); !whole.ok()) {
        return whole.error();
    }
    if (const Status opened = composition->openStorage(need); !opened.ok()) {
        return opened.error();
    }
    composition->readCatalogs();
    composition->readRouting();
    composition->startEngine();
    composition->readPresets();
    composition->applySettings();
    return composition;
}

Composition::Composition(Paths paths)
    : m_paths(std::move(paths))
{
    registerAdapters(m_adapters);
}

Composition::~Composition()
{
    if (m_engine) {
        QMetaObject::invokeMethod(m_engine, [this] {
            delete m_gateway;
            delete m_engine;
            delete m_http;
            m_engineThread.quit(); // from here: a thread that is told from outside may end before it comes to this
        });
        m_engineThread.wait();
        // What is on the thread pool works with adapters and media store: a picture that is being written gets there.
        QThreadPool::globalInstance()->waitForDone();
    }
}

/// Just reading where one may not write, like another user's list of requests, sends nothing and trusts nobody.
bool Composition::onlyReads(StorageNeed need) const
{
    const QFileInfo folder(m_paths.data);
    const bool isEnough = need == StorageNeed::Read || need == StorageNeed::WriteIfPossible;
    return isEnough && folder.isDir() && !folder.isWritable();
}

Status Composition::checkPlaces(StorageNeed need)
{
    if (const Status there = m_paths.known(); !there) {
        return there;
    }
    if (const QStringList ignored = Paths::ignoredVariables(); !ignored.isEmpty()) {
        warn(tr("%1 is ignored: it must hold a path that begins with a slash.").arg(ignored.join(u", "_s)));
    }
    const QList<HomeFinding> findings = checkHome(m_paths);
    for (const HomeFinding &found : findings) {
        const bool isOwner = found.code == "other_owner"_L1;
        if (found.severity == HomeFinding::Severity::Refused
            && !(isOwner && need == StorageNeed::Read && onlyReads(need))) {
            return notSent(ErrorKind::Storage, found.reason);
        }
        if (found.severity == HomeFinding::Severity::Warning) {
            m_homeWarnings.append(wording::sentence(found.reason));
        }
    }
    return Success();
}

/// Before anything is read.
Status Composition::takeBackRestore(StorageNeed need)
{
    const Result<bool> done = need == StorageNeed::Apart ? false : lightwell::takeBackRestore(m_paths);
    if (done && *done) {
        warn(tr("Putting a backup into %1 was cut off. All is as it was before; \"restore\" puts it there.")
                 .arg(m_paths.data));
    }
    return done ? Status(Success()) : Status(done.error());
}

QStringList Composition::warnings() const
{
    return m_homeWarnings + m_storageWarnings + m_warnings;
}

/// Also into the log, where it is found later. No words are no warning.
void Composition::warn(const QString &words)
{
    if (!words.isEmpty()) {
        m_storageWarnings.append(words);
        qCWarning(homeLog).noquote() << words;
    }
}

Result<std::unique_ptr<Store>> Composition::openStore()
{
    if (const Status made = m_paths.create(); !made) {
        return made.error();
    }
    Result<std::unique_ptr<HomeLock>> shared = HomeLock::take(m_paths.data, HomeLock::Use::Shared);
    if (!shared) {
        return shared.error();
    }
    m_homeLock = std::move(shared).value();
    return namingFile(Store::open(m_paths.databaseFile()), m_paths.databaseFile());
}

/// Where the folder is there but takes nothing: a read-only disk, or another user's home.
Result<std::unique_ptr<Store>> Composition::openForReading() const
{
    if (!QFileInfo::exists(m_paths.databaseFile())) {
        return Store::open(u":memory:"_s);
    }
    return namingFile(Store::openReadOnly(m_paths.databaseFile()), m_paths.databaseFile());
}

Status Composition::openStorage(StorageNeed need)
{
    m_isReadOnly = onlyReads(need);
    Result<std::unique_ptr<Store>> store = need == StorageNeed::Apart ? Store::open(u":memory:"_s)
        : m_isReadOnly                                                ? openForReading()
                                                                      : openStore();
    m_log = std::make_unique<LogFile>(m_paths.logFile());
    if (!store && need == StorageNeed::None) {
        store = Store::open(u":memory:"_s);
    }
    if (!store) {
        return store.error();
    }
    m_store = std::move(store).value();
    if (m_isReadOnly && need == StorageNeed::WriteIfPossible) {
        warn(tr("%1 cannot be written, so you can look at what is there, but nothing is made or changed.")
                 .arg(m_paths.data));
    }
    if (m_store->isBegunAnew()) {
        warn(tr("This home was used before, but its database was gone: %1 is a new one, without the requests, budgets "
                "and clients of the old one.")
                 .arg(m_paths.databaseFile()));
    }
    m_media = std::make_unique<MediaStore>(m_paths.mediaFolder(), Paths::rescueFolder());
    m_bin = std::make_unique<BinFolder>(m_paths.mediaFolder());
    m_thumbnails = std::make_unique<Thumbnails>(*m_media, m_paths.thumbnailsFolder());
    m_ledger = std::make_unique<Ledger>(*m_store);
    m_ledgerReader = std::make_unique<LedgerReader>(*m_store);
    m_balanceReaders = lightwell::balanceReaders(m_adapters);
    m_journal = std::make_unique<Journal>(*m_store);
    m_library = std::make_unique<Library>(*m_store);
    m_clients = std::make_unique<ClientRegistry>(*m_store);
    m_settings = std::make_unique<Settings>(m_paths.settingsFile());
    if (const Reason damaged = m_settings->trouble(); !damaged.isEmpty()) {
        qCWarning(homeLog).noquote() << wording::sentence(damaged);
    }
    const QList<Reason> unusable = m_settings->unusable();
    for (const Reason &reason : unusable) {
        warn(wording::sentence(reason));
    }
    return Success();
}

/// What is wrong with them is told, and stops everything until it is mended (see RoutingRules::faults).
void Composition::readRouting()
{
    QStringList providers;
    const QList<ProviderInfo> infos = m_adapters.providers();
    for (const ProviderInfo &info : infos) {
        providers.append(info.id);
    }
    m_routing = std::make_unique<RoutingFile>(m_paths.routingFile(), providers);
    const auto tellFaults = [this] {
        for (const Reason &fault : m_routing->rules().faults) {
            qCWarning(homeLog).noquote() << m_paths.routingFile() << wording::sentence(fault);
        }
    };
    tellFaults();
    for (const Reason &fault : m_routing->rules().faults) {
        m_warnings.append(
            tr("Your routing rules %1 have a fault, so nothing is asked of anybody until they are correct: %2")
                .arg(m_paths.routingFile(), wording::sentence(fault)));
    }
    connect(m_routing.get(), &RoutingFile::changed, this, [this, tellFaults] {
        tellFaults();
        applySettings();
    });
}

/// What is wrong with them is told, and leaves out what it is wrong with. The gateway looks at the file itself: a call
/// may come before the change is told here.
void Composition::readPresets()
{
    m_presets = std::make_unique<PresetsFile>(m_paths.presetsFile());
    const auto tell = [this] {
        for (const Reason &fault : m_presets->presets().faults) {
            qCWarning(homeLog).noquote() << m_presets->path() << wording::sentence(fault);
        }
    };
    tell();
    m_gateway->setPresetsPath(m_presets->path());
    for (const Reason &fault : m_presets->presets().faults) {
        m_warnings.append(tr("Your presets %1: %2").arg(m_presets->path(), wording::sentence(fault)));
    }
    connect(m_presets.get(), &PresetsFile::changed, this, tell);
}

void Composition::tellCatalog()
{
    m_engine->setCatalog(catalog());
    m_gateway->setCatalog(catalog());
    Q_EMIT catalogChanged();
}

void Composition::startEngine()
{
    m_keyring = std::make_unique<Keyring>(
        m_adapters, std::make_unique<Keychain>(),
        std::make_unique<EncryptedFile>(m_paths.secretsFile(), Vault::Cost(), m_paths.secretsWitnessFile()),
        m_paths.keyBookFile());
    m_studio = std::make_unique<Studio>();
    HttpClientOptions http;
    m_authorities = addedAuthorities(m_settings->toString(Setting::CertificateFile));
    http.authorities = m_authorities;
    http.spoolFolder = m_paths.data;
    m_http = new HttpClient(http);
    m_http->registerScheme(u"sketchbook"_s, m_studio.get());
    m_engine = new Engine({m_adapters, *m_http, *m_journal, *m_ledger, *m_media, *m_keyring, m_clock});
    m_follower = new JobFollower(*m_engine, *m_journal, {}, m_engine);
    m_gateway = new Gateway({*m_engine,
                             *m_clients,
                             *m_journal,
                             *m_media,
                             *m_keyring,
                             *m_ledger,
                             {},
                             {},
                             m_store.get(),
                             std::make_shared<HttpClientOptions>(http),
                             m_paths.replayFolder(),
                             std::make_shared<const TextModels>(textModels(m_adapters, ownEndpoints())),
                             &m_adapters});
    for (QObject *object : std::initializer_list<QObject *> {m_http, m_engine, m_gateway}) {
        object->moveToThread(&m_engineThread);
    }
    m_engineThread.setObjectName(u"engine"_s);
    m_engineThread.start();
    tellCatalog();
    connect(m_settings.get(), &Settings::changed, this, [this](Setting setting) {
        applySettings();
        if (setting == Setting::ProviderBaseUrls && !m_found.isEmpty()) {
            m_lists->setLocal(
                ownOffers(m_lists->builtIn())); // what answers at another address than before offers nothing
        }
    });
}

void Composition::takeUpWork()
{
    if (m_isReadOnly) {
        return; // what cannot be noted down is not gone on with
    }
    m_engine->resumeUnfinished();
    m_follower->followRecent();
    m_retention = std::make_unique<LogRetention>(*m_store);
    m_retention->setDays(m_settings->toInt(Setting::GatewayLogDays));
    m_binRetention = std::make_unique<BinRetention>(
        picturePlaces(), [thumbnails = m_thumbnails.get()](const QString &picture) { thumbnails->forget(picture); },
        BinRetention::Timing());
}

void Composition::applySettings()
{
    EnginePolicy policy;
    policy.embedRecipe = m_settings->toBool(Setting::EmbedRecipe);
    policy.patience.total = std::chrono::seconds(m_settings->toInt(Setting::RequestTimeoutSeconds));
    policy.failoverAfterUnknown = m_settings->toBool(Setting::FailoverAfterUnknown);
    policy.unknownPrices = unknownPricesFromName(m_settings->toString(Setting::UnknownPrices));
    policy.nothingPaid = m_settings->trouble();
    policy.routing = m_routing->rules();
    policy.routing.addUsualOrder(m_settings->toStringList(Setting::ProviderOrder));
    m_engine->setPolicy(policy);
    if (m_retention) {
        m_retention->setDays(m_settings->toInt(Setting::GatewayLogDays));
    }
    m_journal->setClientStorage(qint64(m_settings->toInt(Setting::ClientStorageMiB)) * 1024 * 1024);

    QHash<QString, QUrl> addresses;
    for (const Endpoint &endpoint : std::as_const(m_endpoints)) {
        addresses.insert(endpoint.id, endpoint.address);
    }
    const QVariantMap stored = m_settings->value(Setting::ProviderBaseUrls).toMap();
    for (auto entry = stored.begin(); entry != stored.end(); ++entry) {
        addresses.insert(entry.key(), QUrl(entry.value().toString()));
    }
    m_keyring->setBaseUrls(addresses);
    m_keyring->setPlainKeyHosts(m_settings->toStringList(Setting::PlainKeyHosts));
}

} // namespace lightwell
