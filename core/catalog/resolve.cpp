// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/catalog.h"
#include "core/catalog/makernames.h"
#include "core/catalog/namereasons.h"
#include "core/catalog/suggestions.h"
#include "core/model/modelname.h"

#include <QRegularExpression>

#include <algorithm>
#include <iterator>
#include <utility>

using namespace Qt::StringLiterals;

namespace lightwell {

namespace {

Error notFound(const Reason &reason)
{
    Error error = notSent(ErrorKind::NotFound, reason, u"model"_s);
    error.code = u"MODEL_NOT_FOUND"_s;
    return error;
}

QStringList providersOf(const Model &model)
{
    QStringList result;
    for (const Offer &offer : model.offers) {
        result.append(offer.provider);
    }
    return result;
}

Reason unservedReason(const Model &model)
{
    if (model.status != "shutdown"_L1) {
        return reasons::modelUnserved(model.slug);
    }
    return model.successor.isEmpty() ? reasons::modelRetired(model.slug)
                                     : reasons::modelRetiredFor(model.slug, model.shutdown, model.successor);
}

} // namespace

const Model *Catalog::find(const QString &slug) const
{
    const auto found =
        std::find_if(m_models.cbegin(), m_models.cend(), [&slug](const Model &model) { return model.slug == slug; });
    return found == m_models.cend() ? nullptr : &*found;
}

Result<Resolution> Catalog::resolve(const QString &name) const
{
    const QString wanted = name.trimmed();
    if (wanted.isEmpty()) {
        return notFound(reasons::modelUnnamed());
    }
    if (!isModelName(wanted)) { // such a one may go out under its name nowhere, even where any name does
        return notFound(reasons::modelNameImpossible());
    }
    const auto isMeant = [&wanted](const ModelAlias &alias) {
        return alias.name.compare(wanted, Qt::CaseInsensitive) == 0;
    };
    const auto alias = std::find_if(m_aliases.crbegin(), m_aliases.crend(), isMeant);
    const QString meant = alias == m_aliases.crend() || isModelsName(wanted) ? wanted : alias->model;
    std::optional<Resolution> found = known(meant);
    if (found && meant != wanted) {
        found->isAssumed = false; // the user has listed it
    }
    return found ? Result<Resolution>(std::move(*found)) : unknownName(meant);
}

bool Catalog::isModelsName(const QString &name) const
{
    const auto found = m_index.constFind(name.toLower());
    return found != m_index.cend() && m_models.at(found->model).slug.compare(name, Qt::CaseInsensitive) == 0;
}

bool Catalog::isMet(const ModelAlias &alias) const
{
    return !isModelsName(alias.name) && known(alias.model);
}

QList<ModelAlias> Catalog::metAliases() const
{
    QList<ModelAlias> met;
    std::copy_if(m_aliases.begin(), m_aliases.end(), std::back_inserter(met),
                 [this](const ModelAlias &alias) { return isMet(alias); });
    return met;
}

QList<ModelAlias> Catalog::unmetAliases() const
{
    QList<ModelAlias> unmet;
    std::copy_if(m_aliases.begin(), m_aliases.end(), std::back_inserter(unmet),
                 [this](const ModelAlias &alias) { return !isMet(alias); });
    return unmet;
}

std::optional<Resolution> Catalog::known(const QString &wanted) const
{
    const auto found = m_index.constFind(wanted.toLower());
    if (found != m_index.cend()) {
        return resolutionOf(*found);
    }
    if (const std::optional<Entry> entry = underMakersName(wanted)) {
        return resolutionOf(*entry);
    }
    const Offer *pattern = openFor(wanted);
    if (pattern && !isGoneThere(*pattern, wanted)) {
        const QString prefix = pattern->provider + u'/';
        return openResolution(*pattern,
                              wanted.startsWith(prefix, Qt::CaseInsensitive) ? wanted.mid(prefix.size()) : wanted);
    }
    return std::nullopt;
}

/// The maker switched it off, and its own list of names is meant: it would only be refused there. Whoever names the
/// provider too may know better.
bool Catalog::isGoneThere(const Offer &pattern, const QString &name) const
{
    if (name.startsWith(QString(pattern.provider + u'/'), Qt::CaseInsensitive)) {
        return false;
    }
    const Model *model = pattern.wire.bareNames.isEmpty() ? nullptr : findUnserved(name.section(u'/', -1));
    return model && model->status == "shutdown"_L1;
}

Resolution Catalog::resolutionOf(Entry entry) const
{
    Resolution result;
    result.model = m_models.at(entry.model);
    result.forcedProvider = entry.forced;
    if (entry.offer == allOffers) {
        result.offers = result.model.offers;
        return result;
    }
    result.offers = {result.model.offers.at(entry.offer)};
    if (!entry.forced) {
        for (int i = 0; i < result.model.offers.size(); ++i) {
            if (i != entry.offer) {
                result.offers.append(result.model.offers.at(i));
            }
        }
    }
    return result;
}

/// Other gateways write the maker before the model: "google/gemini-3-pro-image". A provider before it is no maker: that
/// one and no other is meant.
std::optional<Catalog::Entry> Catalog::underMakersName(const QString &name) const
{
    const QString maker = name.section(u'/', 0, -2);
    const auto found = m_index.constFind(name.section(u'/', -1).toLower());
    if (maker.isEmpty() || found == m_index.cend() || found->offer != allOffers
        || !isMakersName(maker, m_models.at(found->model).maker)) {
        return std::nullopt;
    }
    const auto isProvider = [&maker](const Offer &offer) {
        return offer.provider.compare(maker, Qt::CaseInsensitive) == 0;
    };
    const bool served = std::any_of(m_models.cbegin(), m_models.cend(), [&isProvider](const Model &model) {
        return std::any_of(model.offers.cbegin(), model.offers.cend(), isProvider);
    });
    return served || std::any_of(m_open.cbegin(), m_open.cend(), isProvider) ? std::nullopt : std::optional(*found);
}

/// Whose model a name nobody listed must be: the provider stands before it, or it begins as that vendor's names do.
const Offer *Catalog::openFor(const QString &name) const
{
    for (const Offer &pattern : m_open) {
        const QString prefix = pattern.provider + u'/';
        if (name.size() > prefix.size() && name.startsWith(prefix, Qt::CaseInsensitive)) {
            return &pattern;
        }
        for (const QString &beginning : pattern.wire.bareNames) {
            if (name.size() > beginning.size() && name.startsWith(beginning)) {
                return &pattern;
            }
        }
    }
    return nullptr;
}

Resolution Catalog::openResolution(const Offer &pattern, const QString &name) const
{
    // A dated release ("gpt-image-2-2026-04-21") goes by the rules and the prices of the model it is a release of.
    static const QRegularExpression dated(u"^(.+)-\\d{4}-\\d{2}-\\d{2}$"_s);
    const auto base = m_index.constFind(pattern.provider + u'/' + dated.match(name).captured(1).toLower());
    Offer offer = base == m_index.cend() ? pattern : resolutionOf(*base).offers.first();
    offer.model = name;
    offer.providerModel = name;
    Resolution result;
    result.model.slug = name;
    result.model.name = name;
    result.model.status = u"active"_s;
    result.model.capabilities = offer.modes;
    result.model.offers = {offer};
    result.offers = {offer};
    result.forcedProvider = true;
    const QStringList &own = pattern.wire.bareNames; // by which the maker's models of this kind are known
    const bool isOfKind = std::any_of(own.cbegin(), own.cend(), [&name](const QString &beginning) {
        return name.size() > beginning.size() && name.startsWith(beginning);
    });
    result.isAssumed = base == m_index.cend() && !isOfKind;
    return result;
}

/// "fal/owner/model": a provider that serves other people's models, by their paths, and one of those.
bool Catalog::isVendorsPath(const QString &name) const
{
    const QString provider = name.section(u'/', 0, 0);
    const auto serves = [&provider](const Offer &offer) {
        return offer.provider.compare(provider, Qt::CaseInsensitive) == 0 && offer.providerModel.contains(u'/');
    };
    return name.count(u'/') > 1 && std::any_of(m_models.cbegin(), m_models.cend(), [&serves](const Model &model) {
               return std::any_of(model.offers.cbegin(), model.offers.cend(), serves);
           });
}

const Model *Catalog::findUnserved(const QString &name) const
{
    const auto isNamed = [&name](const Model &model) {
        return model.slug.compare(name, Qt::CaseInsensitive) == 0 || model.aliases.contains(name, Qt::CaseInsensitive);
    };
    const auto found = std::find_if(m_unserved.cbegin(), m_unserved.cend(), isNamed);
    return found == m_unserved.cend() ? nullptr : &*found;
}

Error Catalog::unknownName(const QString &name) const
{
    if (const Model *model = findUnserved(name.section(u'/', -1))) {
        return notFound(unservedReason(*model));
    }
    const qsizetype slash = name.indexOf(u'/');
    const QString shown = name.size() > 80 ? QString(name.left(79) + u'…') : name;
    if (name.contains("@preset/"_L1, Qt::CaseInsensitive)) {
        return notFound(reasons::modelIsPreset(shown)); // nothing that is like it is meant
    }
    if (slash > 0) {
        const QString provider = name.left(slash).toLower();
        const auto model = m_index.constFind(name.mid(slash + 1).toLower());
        if (model != m_index.cend() && !model->forced) {
            const QStringList providers = providersOf(m_models.at(model->model));
            return notFound(
                reasons::modelElsewhere(provider, name.mid(slash + 1), providers,
                                        QString(providers.value(0) + u'/' + m_models.at(model->model).slug)));
        }
    }
    const QStringList near = modelsLike(m_models, name, namesOf(metAliases()));
    if (slash > 0 && isVendorsPath(name)) {
        const QString host = name.left(slash);
        return notFound(near.isEmpty() ? reasons::modelNotListed(shown, host)
                                       : reasons::modelNotListedNear(shown, near, host));
    }
    return notFound(near.isEmpty() ? reasons::modelNotFound(shown) : reasons::modelNotFoundNear(shown, near));
}

} // namespace lightwell
