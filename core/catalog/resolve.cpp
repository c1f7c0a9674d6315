// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/catalog.h"
#include "core/catalog/catalogtext.h"
#include "core/catalog/similarnames.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lightwell {

namespace {

Error notFound(const QString &message)
{
    Error error = notSent(ErrorKind::NotFound, message, u"model"_s);
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
        return notFound(CatalogText::tr("No model was named. Choose one and try again."));
    }
    const auto found = m_index.constFind(wanted.toLower());
    if (found != m_index.cend()) {
        return resolutionOf(*found);
    }
    for (const Offer &pattern : m_open) {
        const QString prefix = pattern.provider + u'/';
        if (wanted.size() > prefix.size() && wanted.startsWith(prefix, Qt::CaseInsensitive)) {
            return openResolution(pattern, wanted.mid(prefix.size()));
        }
    }
    return unknownName(wanted);
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

Resolution Catalog::openResolution(const Offer &pattern, const QString &name) const
{
    Offer offer = pattern;
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
    return result;
}

Error Catalog::unknownName(const QString &name) const
{
    const qsizetype slash = name.indexOf(u'/');
    const QString shown = name.size() > 80 ? QString(name.left(79) + u'…') : name;
    if (slash > 0) {
        const QString provider = name.left(slash).toLower();
        const auto model = m_index.constFind(name.mid(slash + 1).toLower());
        if (model != m_index.cend() && !model->forced) {
            const QStringList providers = providersOf(m_models.at(model->model));
            return notFound(CatalogText::tr("“%1” does not offer %2. It is offered by: %3. Did you mean %4?")
                                .arg(provider, name.mid(slash + 1), providers.join(u", "_s),
                                     providers.value(0) + u'/' + m_models.at(model->model).slug));
        }
    }
    QStringList candidates;
    for (const Model &model : m_models) {
        candidates.append(model.slug);
        candidates.append(model.aliases);
        if (slash > 0) {
            for (const Offer &offer : model.offers) {
                candidates.append(offer.provider + u'/' + model.slug);
                candidates.append(offer.providerModel);
            }
        }
    }
    const QStringList near = similarNames(name, candidates, 3);
    if (near.isEmpty()) {
        return notFound(CatalogText::tr("There is no model named “%1”. The model list has all names.").arg(shown));
    }
    return notFound(CatalogText::tr("There is no model named “%1”. Did you mean %2?").arg(shown, near.join(u", "_s)));
}

} // namespace lightwell
