// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Of a composition: which models there are, and where they are asked for.
#include "app/composition.h"
#include "core/catalog/cataloglimits.h"
#include "core/discovery/engineoffers.h"
#include "core/secrets/environment.h"
#include "core/storage/readfile.h"
#include "core/wording/wording.h"
#include "providers/comfyui/comfyuiworkflow.h"
#include "providers/lists/modellisters.h"
#include "providers/registry.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

namespace lightwell {

using namespace Qt::StringLiterals;

/// What is wrong with it is told, and leaves out what it is wrong with.
Catalog Composition::readOwnCatalog()
{
    const QString path = m_paths.userCatalogFile();
    if (!QFileInfo::exists(path)) {
        return {};
    }
    const Result<QByteArray> document = readRegularFile(path, cataloglimits::fileBytes);
    if (!document) {
        m_warnings.append(tr("Your catalog is left out. %1").arg(wording::sentence(document.error())));
        return {};
    }
    QStringList leftOut;
    ProviderIds ids;
    const QList<ProviderInfo> infos = m_adapters.providers();
    for (const ProviderInfo &info : infos) {
        ids.served.append(info.id);
    }
    Result<Catalog> own = Catalog::fromJsonLeavingOut(*document, leftOut, ids);
    for (const QString &entry : std::as_const(leftOut)) {
        m_warnings.append(tr("Your catalog %1: %2").arg(path, entry));
    }
    if (!own) {
        m_warnings.append(tr("Your catalog %1 is left out: %2").arg(path, wording::sentence(own.error())));
        return {};
    }
    return std::move(own).value();
}

/// Files of the user's own for ComfyUI; one with a fault is left out and told.
Catalog Composition::readWorkflows(const Catalog &builtIn)
{
    constexpr qint64 largest = 1024LL * 1024;
    const QDir folder(m_paths.workflowsFolder());
    const QStringList files = folder.entryList({u"*.json"_s}, QDir::Files, QDir::Name);
    QJsonArray models;
    for (const QString &file : files) {
        const Result<QByteArray> text = readRegularFile(folder.filePath(file), largest);
        const Result<QJsonObject> model =
            text ? comfyUiWorkflow(slugOfFile(file.chopped(5), builtIn), *text) : Result<QJsonObject>(text.error());
        if (model) {
            models.append(*model);
        } else {
            m_warnings.append(
                tr("Your workflow %1 is left out: %2").arg(folder.filePath(file), wording::sentence(model.error())));
        }
    }
    QStringList leftOut;
    const QJsonObject document {{u"models"_s, models}};
    const Result<Catalog> read = Catalog::fromJsonLeavingOut(QJsonDocument(document).toJson(), leftOut);
    for (const QString &entry : std::as_const(leftOut)) {
        m_warnings.append(tr("Your workflows in %1: %2").arg(folder.path(), entry));
    }
    return read ? *read : Catalog();
}

/// What cannot be read there is no loss: the next search writes it anew.
void Composition::readEngines()
{
    const Result<QList<FoundEngine>> found = readFoundEngines(m_paths.foundEnginesFile());
    if (found) {
        m_found = *found;
    } else {
        warn(tr("What was found on this machine is forgotten: %1 Search for local engines again.")
                 .arg(wording::sentence(found.error())));
    }
}

/// What works on this machine: what answered to the last search, and the user's workflows.
Catalog Composition::ownOffers(const Catalog &builtIn) const
{
    QHash<QString, QUrl> addresses;
    for (const FoundEngine &engine : m_found) {
        addresses.insert(engine.provider, addressOf(engine.provider));
    }
    QStringList leftOut; // names of files that no model can be called by: nothing to be mended here
    Catalog offers = engineOffers(m_found, addresses, builtIn, leftOut);
    offers.merge(m_workflows);
    return offers;
}

Status Composition::keepEngines(const QList<FoundEngine> &engines)
{
    m_found = engines;
    m_lists->setLocal(ownOffers(m_lists->builtIn()));
    return m_isReadOnly ? Status(Success()) : writeFoundEngines(m_paths.foundEnginesFile(), engines);
}

QUrl Composition::addressOf(const QString &provider) const
{
    const QString said = environment::baseUrl(provider);
    if (!said.isEmpty()) {
        return QUrl(said);
    }
    const QString stored = m_settings->value(Setting::ProviderBaseUrls).toMap().value(provider).toString();
    const Adapter *adapter = m_adapters.find(provider);
    return !stored.isEmpty() ? QUrl(stored) : adapter ? adapter->info().defaultBaseUrl : QUrl();
}

QList<QUrl> Composition::ownAddresses() const
{
    QList<QUrl> addresses;
    const QList<ProviderInfo> providers = m_adapters.providers();
    for (const ProviderInfo &provider : providers) {
        addresses.append(addressOf(provider.id));
    }
    return addresses;
}

void Composition::takeAddress(const FoundEngine &engine)
{
    QVariantMap addresses = m_settings->value(Setting::ProviderBaseUrls).toMap();
    addresses.insert(engine.provider, engine.address.toString());
    m_settings->set(Setting::ProviderBaseUrls, addresses);
}

QStringList Composition::ownEndpoints() const
{
    QStringList ids;
    for (const Endpoint &endpoint : m_endpoints) {
        ids.append(endpoint.id);
    }
    return ids;
}

void Composition::readCatalogs()
{
    const Catalog own = readOwnCatalog();
    for (const Model &model : own.models()) {
        m_ownModels.append(model.slug);
    }
    const Catalog builtIn = Catalog::builtIn();
    m_workflows = readWorkflows(builtIn);
    readEngines();
    m_endpoints = own.endpoints();
    registerEndpoints(m_adapters, m_endpoints);
    m_lists = std::make_unique<LiveCatalog>(
        LiveCatalog::Parts {builtIn, ownOffers(builtIn), own, modelListers(), m_paths.modelListsFolder()});
    for (const PriceCorrection &correction : m_lists->unmet()) {
        const QString file = m_paths.userCatalogFile();
        m_warnings.append(correction.strangeQuality.isEmpty()
                              ? tr("Your catalog %1: %2 is no offer that there is (%3), so its price is left out.")
                                    .arg(file, correction.place, correction.offer)
                              : tr("Your catalog %1: %2: %3 has no quality “%4”, so its price is left out.")
                                    .arg(file, correction.place, correction.offer, correction.strangeQuality));
    }
    const QList<ModelAlias> unmet = m_lists->catalog().unmetAliases();
    for (const ModelAlias &alias : unmet) {
        m_warnings.append(
            tr("Your catalog %1: %2: either “%3” is a model's own name, or nobody knows the model “%4”, so "
               "the name is left out.")
                .arg(m_paths.userCatalogFile(), alias.place, alias.name, alias.model));
    }
    const QList<ListState> lists = m_lists->states();
    for (const ListState &list : lists) {
        if (list.trouble) {
            m_warnings.append(wording::sentence(*list.trouble));
        }
    }
    connect(m_lists.get(), &LiveCatalog::changed, this, &Composition::tellCatalog);
}

} // namespace lightwell
