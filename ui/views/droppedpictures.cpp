// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/droppedpictures.h"

#include "core/async/whendone.h"
#include "ui/references/referencetexts.h"

#include <QFileInfo>

#include <memory>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

/// Its recipe in the place of that of a generation, so that A/B tells what differs and files get names.
Generation generationOf(const PictureClaims &claims)
{
    Generation generation;
    if (claims.recipe) {
        generation.request.prompt = claims.recipe->prompt;
        generation.request.negativePrompt = claims.recipe->negativePrompt;
        generation.request.model = claims.own ? claims.own->model : claims.recipe->model;
        generation.request.tuning = claims.own ? claims.own->tuning : claims.recipe->tuning;
        generation.request.size.pixels = claims.recipe->size.isEmpty() ? QSize() : claims.recipe->size;
    }
    if (claims.own) {
        generation.request.seed = claims.own->seed;
        generation.createdAt = claims.own->createdAt;
    }
    return generation;
}

/// What cameras and services leave alone, without a recipe beside it.
QString labelsOf(const PictureClaims &claims)
{
    const QString labels = referencetexts::labels(claims);
    return labels.isEmpty() ? DroppedPictures::tr("says nothing of how it was made")
                            : DroppedPictures::tr("says of itself, unchecked: %1").arg(labels);
}

QString factsOf(const PictureClaims &claims)
{
    QStringList facts;
    if (claims.recipe) {
        facts = {claims.recipe->program, claims.recipe->model,
                 claims.recipe->seed.isEmpty() ? QString() : DroppedPictures::tr("seed %1").arg(claims.recipe->seed)};
        facts.removeAll(QString());
    }
    return facts.isEmpty() ? labelsOf(claims) : facts.join(u" · "_s);
}

ViewedPicture viewed(const referencefiles::Found &found)
{
    const Reference &file = found.reference;
    ViewedPicture it;
    it.id = u"file."_s + file.id;
    it.picture.id = file.id;
    it.picture.format = file.format;
    it.picture.size = file.size;
    it.picture.bytes = file.bytes.size();
    it.picture.content = file.bytes;
    it.generation = generationOf(found.claims);
    it.name = file.name;
    it.facts = factsOf(found.claims);
    it.isForeign = true;
    return it;
}

} // namespace

struct DroppedPictures::Batch
{
    QList<std::optional<ViewedPicture>> pictures;
    qsizetype left = 0; ///< to be read
    Then tell;
};

DroppedPictures::DroppedPictures(QObject *parent)
    : QObject(parent)
{
}

void DroppedPictures::read(const QList<referencefiles::Source> &sources, Then then)
{
    const QList<referencefiles::Source> taken = sources.first(std::min(most, sources.size()));
    const auto batch = std::make_shared<Batch>();
    batch->pictures.resize(taken.size());
    batch->left = taken.size();
    batch->tell = std::move(then);
    for (qsizetype place = 0; place < taken.size(); ++place) {
        const referencefiles::Source &source = taken.at(place);
        const QString name = source.name.isEmpty() ? QFileInfo(source.path).fileName() : source.name;
        whenDone(referencefiles::read(source, {}, referencefiles::Claims::Wanted, m_inBooks), this,
                 [this, batch, place, name](const Result<referencefiles::Found> &found) {
                     take(*batch, place, name, found);
                 });
    }
}

void DroppedPictures::take(Batch &batch, qsizetype place, const QString &name,
                           const Result<referencefiles::Found> &found)
{
    if (found) {
        batch.pictures[place] = viewed(*found);
    } else {
        Q_EMIT refused(name, found.error());
    }
    if (--batch.left > 0) {
        return;
    }
    QList<ViewedPicture> came;
    for (const std::optional<ViewedPicture> &picture : std::as_const(batch.pictures)) {
        const bool isTwice = picture && std::any_of(came.cbegin(), came.cend(), [&picture](const ViewedPicture &it) {
                                 return it.id == picture->id;
                             });
        if (picture && !isTwice) {
            came.append(*picture);
        }
    }
    if (!came.isEmpty()) {
        batch.tell(came);
    }
    if (batch.pictures.size() == 1 && found && found->claims.recipe) {
        Q_EMIT recipeFound(name, found->claims);
    }
}

} // namespace lightwell
