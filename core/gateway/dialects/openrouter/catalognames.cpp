// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/dialects/openrouter/catalognames.h"

#include "core/catalog/catalog.h"
#include "core/catalog/makernames.h"
#include "core/gateway/dialects/openrouter/chatimages.h"

#include <QRegularExpression>

#include <algorithm>

namespace lightwell::openrouter {

using namespace Qt::StringLiterals;

namespace {

/// "Black Forest Labs" is "black-forest-labs".
QString slugOf(const QString &maker)
{
    QString slug;
    for (const QChar letter : maker) {
        if (letter.isLetterOrNumber() && letter.unicode() < 0x80) {
            slug += letter.toLower();
        } else if (!slug.isEmpty() && !slug.endsWith(u'-')) {
            slug += u'-';
        }
    }
    while (slug.endsWith(u'-')) {
        slug.chop(1);
    }
    return slug;
}

/// "Alibaba (Qwen)" is either, as is "Runway / CompVis".
bool isNamedIn(const QString &author, const QString &maker)
{
    static const QRegularExpression marks(u"[()/]"_s);
    const QStringList parts = maker.split(marks, Qt::SkipEmptyParts);
    return isMakersName(author, maker) || std::any_of(parts.begin(), parts.end(), [&author](const QString &part) {
               return isMakersName(author, part);
           });
}

/// Where the name of a provider is not quite the maker's ("google-vertex"), the provider is meant.
bool isAuthor(const QString &author, const Resolution &found)
{
    const bool isProvider =
        std::any_of(found.model.offers.begin(), found.model.offers.end(),
                    [&author](const Offer &offer) { return lettersOf(offer.provider) == lettersOf(author); });
    return isProvider ? lettersOf(author) == lettersOf(found.model.maker) : isNamedIn(author, found.model.maker);
}

} // namespace

QString authorAndSlug(const Model &model)
{
    const QString author = slugOf(model.maker);
    return author.isEmpty() || model.slug.contains(u'/') ? model.slug : QString(author + u'/' + model.slug);
}

QString catalogName(const Catalog &catalog, const QString &written)
{
    const QString author = written.section(u'/', 0, 0);
    const QString slug = written.section(u'/', 1);
    const QStringList own = namesOf(catalog.aliases());
    if (author.isEmpty() || slug.isEmpty() || own.contains(written, Qt::CaseInsensitive)) {
        return written;
    }
    const Result<Resolution> found = catalog.resolve(slug);
    return found && !found->forcedProvider && isAuthor(author, *found) ? found->model.slug : written;
}

GenerationCall inCatalogNames(const Catalog &catalog, GenerationCall call)
{
    call.request.model = catalogName(catalog, call.request.model);
    if (call.wishes.fallbacks) {
        for (QString &model : *call.wishes.fallbacks) {
            model = catalogName(catalog, model);
        }
    }
    return call;
}

} // namespace lightwell::openrouter
