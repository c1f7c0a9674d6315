// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/listreasons.h"
#include "core/catalog/namereasons.h"
#include "core/wording/table.h"

#include <QCoreApplication>

namespace lightwell::wording {

QList<Row> catalogRows()
{
    return {
        {reasons::modelUnnamed, QT_TRANSLATE_NOOP("Catalog", "No model was named. Choose one and try again.")},
        {reasons::modelNameImpossible,
         QT_TRANSLATE_NOOP("Catalog",
                           "This is no model's name: it is too long, or has characters that cannot be seen. The "
                           "model list has all names.")},
        {reasons::modelIsPreset,
         QT_TRANSLATE_NOOP("Catalog",
                           "“%1” names a preset, and these work at the gateway's /api/v1 alone (OpenRouter's way). Ask "
                           "there, or name a model.")},
        {reasons::modelNotFound,
         QT_TRANSLATE_NOOP("Catalog", "There is no model named “%1”. The model list has all names.")},
        {reasons::modelNotFoundNear, QT_TRANSLATE_NOOP("Catalog", "There is no model named “%1”. Did you mean %2?")},
        {reasons::modelElsewhere,
         QT_TRANSLATE_NOOP("Catalog", "“%1” does not offer %2. It is offered by: %3. Did you mean %4?")},
        {reasons::modelRetiredFor,
         QT_TRANSLATE_NOOP("Catalog", "%1 was switched off by its maker (%2). %3 takes its place: ask for that one.")},
        {reasons::modelRetired,
         QT_TRANSLATE_NOOP("Catalog", "%1 was switched off by its maker. Choose another model.")},
        {reasons::modelGoneFor,
         QT_TRANSLATE_NOOP("Catalog", "%1 is no longer offered there. %2 takes its place: ask for that one.")},
        {reasons::modelUnserved, QT_TRANSLATE_NOOP("Catalog", "Nobody offers %1 here. Choose another model.")},
        {reasons::modelNotListed,
         QT_TRANSLATE_NOOP("Catalog",
                           "“%1” is not in the model list. Models at %2 differ in the fields they take, so a new one "
                           "has to be written down first: add it to catalog.json in the configuration folder (the "
                           "README has an example).")},
        {reasons::modelNotListedNear,
         QT_TRANSLATE_NOOP("Catalog",
                           "“%1” is not in the model list. Did you mean %2? Models at %3 differ in the fields they "
                           "take, so a new one has to be written down first: add it to catalog.json in the "
                           "configuration folder (the README has an example).")},
        {reasons::listUnreadable,
         QT_TRANSLATE_NOOP("Catalog",
                           "What %1 sent is no list of models. What was known before stays. Try again later.")},
        {reasons::listEmpty,
         QT_TRANSLATE_NOOP("Catalog", "The list of models from %1 is empty. What was known before stays.")},
        {reasons::listForeign,
         QT_TRANSLATE_NOOP("Catalog",
                           "The list of models from %1 has only %2 of the %3 that are known, so it is not believed. "
                           "What was known before stays.")},
        {reasons::listPriceAbsurd,
         QT_TRANSLATE_NOOP(
             "Catalog",
             "In the list of models from %1, the price of %2 (%3) cannot be right, so none of the list is "
             "believed. What was known before stays.")},
        {reasons::listTooLong,
         QT_TRANSLATE_NOOP("Catalog", "The list of models from %1 does not end. What was known before stays.")},
        {reasons::listRefused,
         QT_TRANSLATE_NOOP("Catalog",
                           "%1 did not send its list of models (HTTP %2). What was known before stays. Try again "
                           "later.")},
        {reasons::listNone, QT_TRANSLATE_NOOP("Catalog", "There is no list of models that could be read from %1.")},
    };
}

} // namespace lightwell::wording
