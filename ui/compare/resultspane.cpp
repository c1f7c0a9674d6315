// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/resultspane.h"

#include "ui/compare/cellviews.h"
#include "ui/compare/cellwidget.h"
#include "ui/compare/comparesession.h"
#include "ui/compare/resultsbar.h"
#include "ui/compare/runsection.h"
#include "ui/keys/providerkeys.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/names.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMenu>
#include <QPointer>
#include <QScrollArea>
#include <QScrollBar>
#include <QShortcut>
#include <QWheelEvent>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr int margin = 16;

constexpr int betweenLines = 8;

} // namespace

ResultsPane::ResultsPane(CompareSession &session, const ProviderKeys &keys, CellActions &actions,
                         const SteadyClock &clock, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_keys(keys)
    , m_actions(actions)
    , m_clock(clock)
    , m_bar(new ResultsBar)
    , m_hintBox(new QWidget)
    , m_keyHint(new Banner(Meaning::Info, u"keyHint"_s))
    , m_empty(new EmptyState(Icon::Compare, tr("Several models, one prompt"),
                             tr("Write a prompt, choose models, and press Generate. Their pictures appear here, side "
                                "by side.")))
    , m_scroll(named(new QScrollArea, u"results"_s, tr("Pictures")))
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
    buildRuns();
    layout->addWidget(m_scroll, 1);
    layout->addWidget(m_views, 1);
    m_views->hide();
    connect(m_views, &CellViews::left, this, &ResultsPane::closeViews);
    connect(m_views, &CellViews::dropped, this, &ResultsPane::dropped);
    connect(m_views, &CellViews::added, this, &ResultsPane::updateViews);
    connect(m_views, &CellViews::viewWanted, this, &ResultsPane::showView);
    connect(&session, &CompareSession::runAdded, this, &ResultsPane::addRun);
    connect(&session, &CompareSession::runRemoved, this, &ResultsPane::removeRun);
    connect(&session, &CompareSession::cellChanged, this, [this](int run, int cell) {
        if (RunSection *it = section(run)) {
            it->refresh(cell);
        }
        if (m_views->run() == run) {
            m_views->refresh();
        }
        updateSummary();
    });
    connect(&session, &CompareSession::cellAdded, this, [this](int run) {
        if (RunSection *it = section(run)) {
            it->takeNewCells();
        }
        updateSummary();
    });
    connect(&session, &CompareSession::waysFound, this, [this](int run, int cell) {
        if (RunSection *it = section(run)) {
            it->refresh(cell);
        }
    });
    connect(&session, &CompareSession::ticked, this, [this] {
        for (RunSection *it : std::as_const(m_sections)) {
            it->tick();
        }
        m_views->tick();
    });
    connect(&keys, &ProviderKeys::changed, this, &ResultsPane::updateSummary);
    connect(&keys, &ProviderKeys::trialChanged, this, &ResultsPane::updateSummary);
    updateSummary();
}

void ResultsPane::buildRuns()
{
    auto *content = new QWidget;
    m_runs = new QVBoxLayout(content);
    m_runs->setContentsMargins(0, 0, 0, margin / 2);
    m_runs->setSpacing(betweenLines);
    m_runs->addStretch();
    m_scroll->setWidget(content);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus); // its cells have the keyboard, and they scroll it
    m_scroll->installEventFilter(this);
    m_scroll->viewport()->installEventFilter(this);
    m_scroll->hide();
    // Where everything is, is known only when the layout has gone through.
    m_seenSoon.setSingleShot(true);
    m_seenSoon.setInterval(0);
    connect(&m_seenSoon, &QTimer::timeout, this, &ResultsPane::updateSeen);
    for (const QScrollBar *bar : {m_scroll->verticalScrollBar(), m_scroll->horizontalScrollBar()}) {
        connect(bar, &QScrollBar::valueChanged, this, [this] {
            m_top = nullptr;
            updateSeen();
        });
        connect(bar, &QScrollBar::rangeChanged, &m_seenSoon, qOverload<>(&QTimer::start));
    }
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
    connect(m_bar, &ResultsBar::clearWanted, this, [this] { clear(); });
    auto *stop = new QShortcut(this);
    stop->setKeys({Qt::CTRL | Qt::SHIFT | Qt::Key_Period, Qt::SHIFT | Qt::Key_Escape});
    connect(stop, &QShortcut::activated, &m_session, &CompareSession::cancelAll);
    auto *undo = new QShortcut(QKeySequence::Undo, this);
    connect(undo, &QShortcut::activated, this, &ResultsPane::restore);
}

void ResultsPane::setFormShown(bool shown)
{
    m_bar->setFormShown(shown);
}

void ResultsPane::retryAll()
{
    if (m_sections.isEmpty()) {
        return;
    }
    const RunSection *newest = m_sections.constFirst();
    setFocus(Qt::OtherFocusReason); // not on whatever comes next, which a key that is held would press
    Q_EMIT againWanted(newest->run(), newest->retryable());
}

void ResultsPane::clear(bool unsavedToo)
{
    const bool hadFocus = m_bar->clearButton()->hasFocus();
    const auto runs = [](int count) { return count == 1 ? tr("1 run") : tr("%1 runs").arg(count); };
    m_off.reset(); // what is cleared is the last to go
    const auto [removed, kept] =
        m_session.removeFinishedRuns(unsavedToo ? CompareSession::Keep::Nothing : CompareSession::Keep::WhatIsOnlyHere);
    if (hadFocus && removed > 0) {
        setFocus(Qt::OtherFocusReason); // not on whatever comes next, which a second press would press
    }
    const auto undo = [self = QPointer(this)] {
        if (self) {
            self->restore();
        }
    };
    if (removed > 0) {
        const QString text = kept == 0
            ? tr("%1 cleared").arg(runs(removed))
            : tr("%1 cleared. %2 stayed: pictures of it are in no file yet.").arg(runs(removed), runs(kept));
        Q_EMIT offer(Meaning::Ok, text, tr("&Undo"), undo);
    } else if (kept > 0) {
        Q_EMIT offer(Meaning::Warning, tr("Pictures here are in no file yet. Clearing loses them."),
                     tr("&Clear all the same"), [self = QPointer(this)] {
                         if (self) {
                             self->clear(true);
                         }
                     });
    }
}

/// Something else may have gone meanwhile: the last one comes back first.
void ResultsPane::takeOff(int run, int cell)
{
    const CompareCell *gone = m_session.cell(run, cell);
    if (!gone) {
        return;
    }
    if (gone->isOnlyHere()) {
        Q_EMIT offer(Meaning::Warning, tr("This picture is in no file yet. Save it first."), {}, {});
        return;
    }
    const QString text = gone->picture() ? tr("Taken off the page. The gallery keeps it.") : tr("Taken off the page.");
    m_session.setOff(run, cell, true);
    m_off = std::make_pair(run, cell);
    Q_EMIT offer(Meaning::Ok, text, tr("&Undo"), [self = QPointer(this)] {
        if (self) {
            self->restore();
        }
    });
}

void ResultsPane::restore()
{
    if (m_off && m_session.cell(m_off->first, m_off->second)) {
        m_session.setOff(m_off->first, m_off->second, false);
        m_off.reset();
        return;
    }
    m_off.reset();
    if (m_session.canRestore()) {
        m_session.restoreRemoved();
        Q_EMIT offer(Meaning::Ok, tr("The pictures are back"), {}, {});
    }
}

RunSection *ResultsPane::section(int run) const
{
    for (RunSection *it : m_sections) {
        if (it->run() == run) {
            return it;
        }
    }
    return nullptr;
}

void ResultsPane::addRun(int run)
{
    auto *added = new RunSection(run, m_session, m_keys, m_actions, m_clock);
    // Newest first, also where one comes back.
    const auto after = std::find_if(m_sections.cbegin(), m_sections.cend(),
                                    [run](const RunSection *other) { return other->run() < run; });
    const auto place = static_cast<int>(after - m_sections.cbegin());
    m_sections.insert(place, added);
    m_runs->insertWidget(place, added);
    connectRun(added);
    if (place == 0) {
        closeViews();
    }
    showContent();
    if (place == 0) {
        m_scroll->verticalScrollBar()->setValue(0);
    }
    updateNewest();
    updateRooms();
    updateSummary();
}

void ResultsPane::connectRun(RunSection *added)
{
    connect(added, &RunSection::keyboardMoved, this, [this](QWidget *cell) {
        m_runs->activate();
        m_scroll->ensureWidgetVisible(cell, margin, margin);
    });
    connect(added, &RunSection::keyboardLeft, this, [this, run = added->run()](int rows) { moveKeyboard(run, rows); });
    connect(added, &RunSection::arranged, &m_seenSoon, qOverload<>(&QTimer::start));
    connect(added, &RunSection::enlargeWanted, this, &ResultsPane::enlarge);
    connect(added, &RunSection::keyWanted, this, &ResultsPane::keyWanted);
    connect(added, &RunSection::pageWanted, this, &ResultsPane::pageWanted);
    connect(added, &RunSection::pictureMenu, this, &ResultsPane::pictureMenu);
    connect(added, &RunSection::recallWanted, this, &ResultsPane::recallWanted);
    connect(added, &RunSection::explainWanted, this, &ResultsPane::explainWanted);
    connect(added, &RunSection::againWanted, this, &ResultsPane::againWanted);
    connect(added, &RunSection::offWanted, this, &ResultsPane::takeOff);
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
    if (RunSection *gone = section(run)) {
        m_sections.removeAll(gone);
        m_runs->removeWidget(gone);
        gone->hide();
        gone->deleteLater();
    }
    showContent();
    updateNewest();
    updateSummary();
}

void ResultsPane::updateNewest()
{
    for (RunSection *it : std::as_const(m_sections)) {
        it->setNewest(it == m_sections.constFirst());
    }
}

void ResultsPane::updateSummary()
{
    const bool canRetryAll = !m_sections.isEmpty() && m_sections.constFirst()->retryable().size() > 1;
    m_bar->show(m_session.summary(), canRetryAll);
    updateViews();
}

void ResultsPane::moveKeyboard(int fromRun, int rows)
{
    const qsizetype to = m_sections.indexOf(section(fromRun)) + rows;
    if (to >= 0 && to < m_sections.size()) {
        m_sections.at(to)->takeKeyboard(rows > 0);
    }
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
    } else if (const Place place = lookedAt(); m_views->viewable(place.run) > (view == View::AB ? 1 : 0)) {
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
    const RunSection *from = section(m_views->run());
    CellWidget *cell = from ? from->cell(m_views->cell()) : nullptr;
    m_views->close();
    setFormShown(m_formShown.value(View::Columns)); // first, so that the pictures get their size once
    m_views->hide();
    showContent();
    updateViews();
    if (cell && hadKeyboard) {
        cell->takeKeyboard(); // on the picture that was looked at last
        m_scroll->ensureWidgetVisible(cell, 0, 0);
    }
}

/// A view has the whole pane; what is below it keeps its place.
void ResultsPane::showContent()
{
    const bool isViewed = !m_views->isHidden();
    m_empty->setVisible(!isViewed && m_sections.isEmpty());
    m_scroll->setVisible(!isViewed && !m_sections.isEmpty());
    showHint();
}

void ResultsPane::updateViews()
{
    const bool isViewed = !m_views->isHidden();
    m_bar->setView(view(), isViewed ? static_cast<int>(m_views->pictures().size()) : m_views->viewable(lookedAt().run));
}

ResultsPane::Place ResultsPane::placeOf(const QWidget *widget) const
{
    for (const RunSection *it : m_sections) {
        for (int index = 0; const CellWidget *cell = it->cell(index); ++index) {
            if (cell == widget || cell->isAncestorOf(widget)) {
                return {it->run(), index};
            }
        }
    }
    return {};
}

ResultsPane::Place ResultsPane::lookedAt() const
{
    if (const Place last = placeOf(m_scroll->widget()->focusWidget()); m_views->viewable(last.run) > 0) {
        return last;
    }
    for (const RunSection *it : m_sections) {
        if (m_views->viewable(it->run()) > 0) {
            return {it->run(), 0};
        }
    }
    return {};
}

/// Single letters and digits, while the pictures have the keyboard.
void ResultsPane::keyPressEvent(QKeyEvent *event)
{
    const Place at = placeOf(window()->focusWidget());
    const int key = event->key();
    const bool isPlain = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    if (key == Qt::Key_Escape && isPlain && view() != View::Columns) {
        closeViews(); // from the header as well
    } else if (at.run == 0 || !isPlain) {
        QWidget::keyPressEvent(event);
    } else if (key == Qt::Key_L || key == Qt::Key_A) {
        showView(key == Qt::Key_L ? View::Loupe : View::AB);
    } else if (key >= Qt::Key_1 && key <= Qt::Key_9) {
        if (m_views->toggleChosen(at.run, key - Qt::Key_1)) {
            section(at.run)->setChosen(m_views->chosen(at.run));
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

void ResultsPane::updateRooms()
{
    for (RunSection *it : std::as_const(m_sections)) {
        it->setPane(m_scroll->size());
    }
    m_seenSoon.start();
}

/// Each section hears what of it is in sight.
void ResultsPane::updateSeen()
{
    const QWidget *viewport = m_scroll->viewport();
    if (m_top && m_top->isVisible()) { // as it was before the window got another size
        const int y = m_top->mapTo(m_scroll->widget(), QPoint(0, 0)).y() - m_topOffset;
        const QPointer<QWidget> top = m_top;
        m_scroll->verticalScrollBar()->setValue(y);
        m_top = top;
    }
    for (RunSection *it : std::as_const(m_sections)) {
        it->setSeen(QRect(it->mapFrom(m_scroll, QPoint(0, 0)), viewport->size()));
    }
}

/// So that it can be put back to where it is now.
void ResultsPane::holdTop()
{
    if (m_top || m_scroll->verticalScrollBar()->value() == 0) {
        return;
    }
    for (const RunSection *it : std::as_const(m_sections)) {
        for (int index = 0; CellWidget *cell = it->cell(index); ++index) {
            const int y = cell->mapTo(m_scroll->viewport(), QPoint(0, 0)).y();
            if (y + cell->height() / 2 > 0) {
                m_top = cell;
                m_topOffset = y;
                return;
            }
        }
    }
}

bool ResultsPane::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_scroll && event->type() == QEvent::Resize) {
        holdTop();
        updateRooms();
    } else if (watched == m_scroll->viewport() && event->type() == QEvent::Wheel) {
        // Columns that do not fit are scrolled sideways.
        const auto *wheel = static_cast<QWheelEvent *>(event);
        if (wheel->modifiers() == Qt::ShiftModifier && wheel->angleDelta().y() != 0) {
            QScrollBar *bar = m_scroll->horizontalScrollBar();
            bar->setValue(bar->value() - wheel->angleDelta().y() / 2);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

bool ResultsPane::arePicturesShown() const
{
    return std::all_of(m_sections.cbegin(), m_sections.cend(),
                       [](const RunSection *it) { return it->arePicturesShown(); });
}

} // namespace lightwell
