// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Of the page: files of anywhere that are looked at closely.
#include "core/library/keptrecipe.h"
#include "core/wording/wording.h"
#include "ui/compare/comparepage.h"
#include "ui/compare/formpane.h"
#include "ui/compare/resultspane.h"
#include "ui/gallery/picturecollection.h"
#include "ui/references/referencespanel.h"

namespace lightwell {

void ComparePage::connectDrops(PictureCollection *pictures)
{
    if (pictures) {
        m_inBooks = [library = &pictures->library](const QString &address) { return keptRecipe(*library, address); };
        m_dropped.setRecipeInBooks(m_inBooks);
        m_form->references()->list().setRecipeInBooks(m_inBooks);
    }
    connect(m_results, &ResultsPane::dropped, this, [this](int pane, const QList<referencefiles::Source> &pictures) {
        m_dropped.read(pictures, [this, pane](const QList<ViewedPicture> &came) { m_results->addToView(came, pane); });
    });
    connect(&m_dropped, &DroppedPictures::refused, this, [this](const QString &name, const Error &error) {
        Q_EMIT say(Meaning::Bad, tr("%1 cannot be shown. %2").arg(name, wording::sentence(error)));
    });
    connect(&m_dropped, &DroppedPictures::recipeFound, this, [this](const QString &name, const PictureClaims &claims) {
        const QString &program = claims.recipe->program;
        Q_EMIT offer(Meaning::Info,
                     claims.isInBooks        ? tr("%1 was made here.").arg(name)
                         : program.isEmpty() ? tr("%1 tells how it was made.").arg(name)
                                             : tr("%1 tells how %2 made it.").arg(name, program),
                     tr("&Recall recipe"), [this, recipe = *recipeOf(claims)] { recall(recipe, Recall::All); });
    });
}

void ComparePage::lookAt(const QList<referencefiles::Source> &pictures)
{
    m_dropped.read(pictures, [this](const QList<ViewedPicture> &came) {
        Q_EMIT lookedAt();
        showViews(came, View::Loupe);
    });
}

} // namespace lightwell
