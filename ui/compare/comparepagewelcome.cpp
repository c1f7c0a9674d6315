// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Of the page: what stands in the place of the pictures before there are any.
#include "core/async/whendone.h"
#include "core/catalog/catalog.h"
#include "core/storage/settings.h"
#include "ui/compare/comparepage.h"
#include "ui/compare/formpane.h"
#include "ui/compare/keptrun.h"
#include "ui/compare/modelspanel.h"
#include "ui/compare/modeltotry.h"
#include "ui/compare/pricepanel.h"
#include "ui/compare/promptpanel.h"
#include "ui/compare/resultspane.h"
#include "ui/mask/maskpage.h"
#include "ui/references/referencespanel.h"
#include "ui/welcome/welcomepage.h"

#include <QPlainTextEdit>
#include <QStackedWidget>

namespace lightwell {

void ComparePage::connectWelcome()
{
    if (!readKept(m_settings.value(Setting::CompareRuns).toByteArray()).isEmpty()) {
        m_settings.set(Setting::WelcomeLeft, true); // somebody was here before there was such a page
    }
    m_welcome->setPicturesCame(m_settings.toBool(Setting::PicturesCame));
    m_right->setCurrentWidget(usualRight());
    connect(&m_session, &CompareSession::runAdded, this, &ComparePage::leaveWelcome);
    connect(&m_session, &CompareSession::pictureFinished, this, [this](const Generation &outcome) {
        if (!outcome.pictures.isEmpty()) {
            m_settings.set(Setting::PicturesCame, true);
            m_welcome->setPicturesCame(true);
        }
    });
    connect(&m_plans, &FormPlans::changed, this, [this] {
        const QList<Money> prices = m_plans.prices();
        m_welcome->setFree(!prices.isEmpty() && std::all_of(prices.cbegin(), prices.cend(), [](Money price) {
            return price.isKnown() && price.micros() == 0;
        }));
    });
    connect(m_welcome, &WelcomePage::exampleWanted, this, &ComparePage::fillIn);
    connect(m_welcome, &WelcomePage::useWanted, this, &ComparePage::tryProvider);
    connect(m_welcome, &WelcomePage::keyWanted, this, &ComparePage::keyDialogWanted);
    connect(m_welcome, &WelcomePage::unlockWanted, this, &ComparePage::unlockWanted);
    connect(m_welcome, &WelcomePage::pageWanted, this, &ComparePage::pageWanted);
    connect(m_welcome, &WelcomePage::picturesGiven, this, &ComparePage::takePictures);
    connect(m_welcome, &WelcomePage::say, this, &ComparePage::say);
    connect(m_welcome, &WelcomePage::tourWanted, this, &ComparePage::showAround);
    connect(m_welcome, &WelcomePage::closeWanted, this, &ComparePage::leaveWelcome);
}

QWidget *ComparePage::usualRight() const
{
    return m_settings.toBool(Setting::WelcomeLeft) ? static_cast<QWidget *>(m_results) : m_welcome;
}

void ComparePage::showWelcome()
{
    m_mask->leave();
    m_results->setFormShown(true); // it has no button for that
    m_settings.set(Setting::WelcomeLeft, false);
    m_right->setCurrentWidget(m_welcome);
}

/// It never comes back by itself.
void ComparePage::leaveWelcome()
{
    m_settings.set(Setting::WelcomeLeft, true);
    if (m_right->currentWidget() != m_welcome) {
        return;
    }
    const bool hadKeyboard = m_welcome->isAncestorOf(window()->focusWidget());
    m_right->setCurrentWidget(m_results);
    if (hadKeyboard) {
        m_form->prompt()->focusPrompt();
    }
}

void ComparePage::fillIn(const Example &example)
{
    CompareForm filled = form();
    filled.prompt = example.prompt;
    if (example.alone && m_catalog.find(example.model)) {
        filled.models = QStringList {example.model};
    }
    if (filled != form()) {
        fillForm(filled, Meaning::Ok, tr("The form is filled in."));
    }
    focusPrompt();
}

void ComparePage::tryProvider(const QString &provider)
{
    if (const QString model = modelToTry(m_catalog, m_keys, provider); !model.isEmpty()) {
        addModel(model);
    }
}

/// What Lightwell made brings back how; all else is a picture to work on.
void ComparePage::takePictures(const QList<referencefiles::Source> &pictures)
{
    if (pictures.size() != 1) {
        m_form->references()->drop(pictures);
        return;
    }
    whenDone(referencefiles::read(pictures.constFirst(), {}, referencefiles::Claims::Wanted, m_inBooks), this,
             [this, pictures](const Result<referencefiles::Found> &found) {
                 if (found && found->claims.own) {
                     recall(*recipeOf(found->claims), Recall::All);
                 } else {
                     m_form->references()->drop(pictures); // which says so, where it is none
                 }
             });
}

void ComparePage::showAround()
{
    m_tour.start({{m_form->prompt()->promptEdit(), tr("Say what you want"),
                   tr("This prompt goes to every model below. Pictures to work on can be dropped here.")},
                  {m_form->models(), tr("Choose who makes it"),
                   tr("Each model makes its own picture of it, side by side. Add or remove them here.")},
                  {m_form->price(), tr("See the price first"),
                   tr("What it will cost stands here before you press Generate; what it did cost stands under each "
                      "picture.")}});
}

} // namespace lightwell
