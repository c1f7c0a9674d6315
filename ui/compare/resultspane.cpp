// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/resultspane.h"

#include "ui/compare/cellactions.h"
#include "ui/compare/cellviews.h"
#include "ui/compare/cellwidget.h"
#include "ui/compare/comparesession.h"
#include "ui/compare/resultsbar.h"
#include "ui/compare/runlist.h"
#include "ui/compare/runremovals.h"
#include "ui/compare/runsection.h"
#include "ui/keys/providerkeys.h"
#include "ui/shortcuts/keybinding.h"
#include "ui/shortcuts/keymap.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/names.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMenu>
#include <QScrollBar>
#include <QShortcut>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr int margin = 16;

} // namespace

ResultsPane::ResultsPane(CompareSession &session, const ProviderKeys &keys, CellActions &actions,
                         const SteadyClock &clock, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_keymap(actions.keymap())
    , m_bar(new ResultsBar(m_keymap))
    , m_removals(new RunRemovals(session, m_bar->clearButton(), this))
    , m_hintBox(new QWidget)
    , m_keyHint(new Banner(Meaning::Info, u"keyHint"_s))
    , m_empty(new EmptyState(Icon::Compare, tr("Several models, one prompt"),
                             tr("Write a prompt, choose models, and press Generate. Their pictures appear here, side "
                                "by side.")))
    , m_runs(named(new RunList(session, keys, actions, clock), u"results"_s, tr("Pictures")))
    , m_views(new CellViews(session, actions, [&keys](const QString &id) { return keys.name(id); }))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_bar);
    connectBar();
    auto *hintLayout = new QVBoxLayout(m_hintBox);
    hintLayout->setContentsMargins(margin, 12, margin, 8); // what scrolls below does not touch it
    hintLayout->addWidget(m_keyHint);
    layout->addWidget(m_hintBox);
    m_hintBox->hide();
    layout->addWidget(m_empty, 1);
    m_runs->hide();
    layout->addWidget(m_runs, 1);
    layout->addWidget(m_views, 1);
    m_views->hide();
    connectViews();
    connect(&session, &CompareSession::runAdded, this, &ResultsPane::addRun);
    connect(&session, &CompareSession::runRemoved, this, &ResultsPane::removeRun);
    connect(&session, &CompareSession::cellChanged, this, [this](int run, int cell) {
        if (RunSection *it = m_runs->section(run)) {
            it->refresh(cell);
        }
        if (m_views->run() == run) {
            m_views->refresh();
        }
        updateSummary();
    });
    connect(&session, &CompareSession::cellAdded, this, [this](int run) {
        if (RunSection *it = m_runs->section(run)) {
            it->takeNewCells();
        }
        updateSummary();
    });
    connect(&session, &CompareSession::waysFound, this, [this](int run, int cell) {
        if (RunSection *it = m_runs->section(run)) {
            it->refresh(cell);
        }
    });
    connect(&session, &CompareSession::ticked, this, [this] {
        for (RunSection *it : m_runs->sections()) {
            it->tick();
        }
        m_views->tick();
    });
    connect(&keys, &ProviderKeys::changed, this, &ResultsPane::updateSummary);
    connect(&keys, &ProviderKeys::trialChanged, this, &ResultsPane::updateSummary);
    updateSummary();
}

void ResultsPane::connectBar()
{
    connect(m_bar, &ResultsBar::formToggled, this, [this](bool shown) {
        m_formShown.insert(view(), shown);
        Q_EMIT formToggled(shown);
    });
    connect(m_bar, &ResultsBar::viewWanted, this, &ResultsPane::showView);
    connect(m_bar, &ResultsBar::retryAllWanted, this, &ResultsPane::retryAll);
    connect(m_bar, &ResultsBar::cancelRestWanted, &m_session, &CompareSession::cancelAll);
    connect(m_bar, &ResultsBar::clearWanted, m_removals, [this] { m_removals->clear(); });
    connect(m_removals, &RunRemovals::offer, this, &ResultsPane::offer);
    connect(addShortcut(m_keymap, KeyAction::CancelRest, this), &QShortcut::activated, &m_session,
            &CompareSession::cancelAll);
    connect(addShortcut(m_keymap, KeyAction::Undo, this), &QShortcut::activated, m_removals, &RunRemovals::restore);
}

void ResultsPane::setFormShown(bool shown)
{
    m_bar->setFormShown(shown);
}

void ResultsPane::retryAll()
{
    const RunSection *newest = m_runs->newest();
    if (!newest) {
        return;
    }
    setFocus(Qt::OtherFocusReason); // not on whatever comes next, which a key that is held would press
    Q_EMIT againWanted(newest->run(), newest->retryable());
}

void ResultsPane::addRun(int run)
{
    RunSection *added = m_runs->add(run);
    connectRun(added);
    const bool isNewest = added == m_runs->newest();
    if (isNewest) {
        closeViews();
    }
    showContent();
    if (isNewest) {
        m_runs->verticalScrollBar()->setValue(0);
    }
    m_runs->updateNewest();
    m_runs->updateRooms();
    updateSummary();
}

void ResultsPane::connectRun(RunSection *added)
{
    connect(added, &RunSection::enlargeWanted, this, &ResultsPane::enlarge);
    connect(added, &RunSection::keyWanted, this, &ResultsPane::keyWanted);
    connect(added, &RunSection::pageWanted, this, &ResultsPane::pageWanted);
    connect(added, &RunSection::pictureMenu, this, &ResultsPane::pictureMenu);
    connect(added, &RunSection::recallWanted, this, &ResultsPane::recallWanted);
    connect(added, &RunSection::explainWanted, this, &ResultsPane::explainWanted);
    connect(added, &RunSection::againWanted, this, &ResultsPane::againWanted);
    connect(added, &RunSection::offWanted, m_removals, &RunRemovals::takeOff);
    connect(added, &RunSection::wayWanted, this, &ResultsPane::wayWanted);
    connect(added, &RunSection::additionWanted, this, &ResultsPane::additionWanted);
    connect(added, &RunSection::removalWanted, this, &ResultsPane::removalWanted);
    connect(added, &RunSection::promptWanted, this, &ResultsPane::promptWanted);
    connect(added, &RunSection::unlockWanted, this, &ResultsPane::unlockWanted);
    connect(added, &RunSection::settingWanted, this, &ResultsPane::settingWanted);
}

void ResultsPane::removeRun(int run)
{
    if (m_views->run() == run) {
        closeViews();
    }
    m_views->forget(run);
    m_runs->remove(run);
    showContent();
    m_runs->updateNewest();
    updateSummary();
}

void ResultsPane::updateSummary()
{
    const bool canRetryAll = m_runs->newest() && m_runs->newest()->retryable().size() > 1;
    m_bar->show(m_session.summary(), canRetryAll);
    updateViews();
}

void ResultsPane::enlarge(int run, int cell)
{
    const CompareCell *it = m_session.cell(run, cell);
    if (!it || !it->picture()) {
        return;
    }
    m_views->enlarge(run, cell);
    fillPane();
}

void ResultsPane::showView(View view)
{
    if (view == View::Columns) {
        closeViews();
    } else if (m_views->view() != View::Columns) {
        m_views->setView(view);
        fillPane();
    } else if (const RunList::Place place = lookedAt(); m_views->viewable(place.run) > (view == View::AB ? 1 : 0)) {
        m_views->openRun(place.run, place.cell, view);
        fillPane();
    }
}

void ResultsPane::showViews(const QList<ViewedPicture> &pictures, View view)
{
    if (!pictures.isEmpty() && view != View::Columns) {
        m_views->openOthers(pictures, view);
        fillPane();
    }
}

void ResultsPane::addToView(const QList<ViewedPicture> &pictures, int pane)
{
    m_views->add(pictures, pane);
}

View ResultsPane::view() const
{
    return m_views->view();
}

void ResultsPane::fillPane()
{
    m_views->show();
    if (!m_bar->isViewByKey()) {
        m_views->takeKeyboard(); // before the pictures go with it, and it falls to whatever comes next
    }
    showContent();
    updateViews();
    setFormShown(m_formShown.value(view()));
}

void ResultsPane::closeViews()
{
    if (m_views->isHidden()) {
        return;
    }
    const bool hadKeyboard = m_views->isAncestorOf(window()->focusWidget());
    const RunSection *from = m_runs->section(m_views->run());
    CellWidget *cell = from ? from->cell(m_views->cell()) : nullptr;
    m_views->close();
    setFormShown(m_formShown.value(View::Columns)); // first, so that the pictures get their size once
    m_views->hide();
    showContent();
    updateViews();
    if (cell && hadKeyboard) {
        cell->takeKeyboard(); // on the picture that was looked at last
        m_runs->ensureWidgetVisible(cell, 0, 0);
    }
}

/// A view has the whole pane; what is below it keeps its place.
void ResultsPane::showContent()
{
    const bool isViewed = !m_views->isHidden();
    m_empty->setVisible(!isViewed && !m_runs->newest());
    m_runs->setVisible(!isViewed && m_runs->newest());
    showHint();
}

RunList::Place ResultsPane::lookedAt() const
{
    if (const RunList::Place last = m_runs->placeOf(m_runs->widget()->focusWidget()); m_views->viewable(last.run) > 0) {
        return last;
    }
    for (const RunSection *it : m_runs->sections()) {
        if (m_views->viewable(it->run()) > 0) {
            return {it->run(), 0};
        }
    }
    return {};
}

/// While the pictures have the keyboard.
void ResultsPane::keyPressEvent(QKeyEvent *event)
{
    const RunList::Place at = m_runs->placeOf(window()->focusWidget());
    const int key = event->key();
    const bool isPlain = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    if (key == Qt::Key_Escape && isPlain && view() != View::Columns) {
        leaveViews(); // from the header as well
    } else if (at.run == 0) {
        QWidget::keyPressEvent(event);
    } else if (m_keymap.matches(event, KeyAction::OpenLoupe)) {
        showView(View::Loupe);
    } else if (m_keymap.matches(event, KeyAction::OpenAb)) {
        showView(View::AB);
    } else if (isPlain && key >= Qt::Key_1 && key <= Qt::Key_9) {
        if (m_views->toggleChosen(at.run, key - Qt::Key_1)) {
            m_runs->section(at.run)->setChosen(m_views->chosen(at.run));
        }
    } else {
        QWidget::keyPressEvent(event);
    }
}

void ResultsPane::setKeyHintShown(bool shown)
{
    m_hintWanted = shown;
    showHint();
}

void ResultsPane::showHint()
{
    m_hintBox->setVisible(m_hintWanted && m_views->isHidden());
}

bool ResultsPane::arePicturesShown() const
{
    return m_runs->arePicturesShown();
}

} // namespace lightwell
