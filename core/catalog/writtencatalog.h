// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/catalogfile.h"
#include "core/model/boundedjson.h"
#include "core/model/jsonplace.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

#include <functional>

namespace lightwell {

/// Where an entry of a model list stands: the file, and the way to it.
struct WrittenPlace
{
    const CatalogFile *file = nullptr;
    JsonPath path;
    JsonPath defaults; ///< of an offer: where its provider's defaults stand; empty: there are none
};

/// An entry as it was written, not yet read.
struct WrittenOffer
{
    QJsonObject fields; ///< its own over its provider's defaults
    WrittenPlace place;
    bool isObject = true;
};

struct WrittenModel
{
    QJsonObject fields;
    WrittenPlace place;
    bool isObject = true;
    QList<WrittenOffer> offers;
    bool hasFurtherOffers = false; ///< more than cataloglimits::offers, which are left out
};

/// Models with their offers, from one file or several, before anything is believed of them.
struct WrittenCatalog
{
    QList<WrittenModel> models;
    QList<WrittenOffer> open;
    QHash<QString, QJsonObject> words; ///< by provider: what stands under "words" of its file
    bool isApart = false; ///< models and offers from files of their own: a model may be known though nobody serves it
    bool hasFurtherModels = false; ///< more than cataloglimits::models
    bool hasFurtherOpen = false;
    struct Note
    {
        const CatalogFile *file = nullptr;
        JsonPath path;
        QString what;
    };
    QList<Note> notes; ///< faults of no single entry; of many, the first (cataloglimits::complaints)
    qsizetype furtherNotes = 0; ///< those behind them
    QJsonObject defaults; ///< of the one file: what counts for all offers of a provider
    WrittenPlace defaultsPlace;
    QJsonObject sizeTables; ///< size rules by the names that offers have in place of one of their own
    WrittenPlace sizeTablesPlace;
    QJsonArray endpoints; ///< of the one file, as `prices`: corrections of what offers cost
    QJsonArray prices;
    QJsonObject aliases; ///< of the one file: further names, each with the model it stands for
};

/// The one file that has all: {"models": […], "open": […], "defaults": {"fal": {…}}, "size_tables": {…}, "endpoints":
/// […], "prices": […], "aliases": {"dall-e-3": "gpt-image-2"}}. An error where it cannot be read. `file` must stay.
[[nodiscard]] Result<WrittenCatalog> writtenInOne(const CatalogFile &file);

/// One file of models, {"models": […], "size_tables": {"flux-2": {"kind": "range", …}}}, and one a provider:
/// {"provider": "fal", "rank": 20, "words": {…}, "defaults": {…}, "offers": [{"model": "flux-2-pro", "sizes": "flux-2",
/// …}], "open": […]}. Offers of a model stand in the order of the files' ranks, those of the same rank by the
/// providers' names. The files must stay.
[[nodiscard]] WrittenCatalog writtenApart(const CatalogFile &models, const QList<CatalogFile> &offers);

} // namespace lightwell
