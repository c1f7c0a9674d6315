// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/resultspane.h"

#include "ui/compare/comparesession.h"
#include "ui/compare/runsection.h"
#include "ui/keys/providerkeys.h"
#include "ui/texts.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/hairline.h"
#include "ui/widgets/names.h"
#include "ui/widgets/plaintext.h"
#include "ui/widgets/textlabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QPointer>
#include <QScrollArea>
#include <QScrollBar>
#include <QShortcut>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr int margin = 16;

/// What is under way is never summed up as free because nothing was billed so far.
QStringList moneyParts(const CompareSummary &sum)
{
    const auto costs = [](const QList<Money> &all) { return all != QList<Money>(all.size(), Money::zero()); };
    QStringList parts;
    if (costs(sum.underWayPrices)) {
        if (costs(sum.costs)) {
            parts.append(ResultsPane::tr("%1 so far").arg(texts::spentSum(sum.costs)));
        }
        parts.append(ResultsPane::tr("%1 under way").arg(texts::sum(sum.underWayPrices)));
    } else if (!sum.costs.isEmpty()) {
        parts.append(texts::spentSum(sum.costs));
    }
    if (sum.mayBeBilled > 0) {
        parts.append(ResultsPane::tr("%1 may be billed").arg(sum.mayBeBilled));
    }
    return parts;
}

} // namespace

ResultsPane::ResultsPane(CompareSession &session, const ProviderKeys &keys, CellActions &actions,
                         const SteadyClock &clock, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_keys(keys)
    , m_actions(actions)
    , m_clock(clock)
    , m_hintBox(new QWidget)
    , m_keyHint(new Banner(Meaning::Info, u"keyHint"_s))
    , m_empty(new EmptyState(Icon::Compare, tr("Several models, one prompt"),
                             tr("Write a prompt, choose models, and press Generate. Their pictures appear here, side "
                                "by side.")))
    , m_scroll(named(new QScrollArea, u"results"_s, tr("Pictures")))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildBar());
    layout->addWidget(new Hairline(Qt::Horizontal));
    auto *hintLayout = new QVBoxLayout(m_hintBox);
    hintLayout->setContentsMargins(margin, 12, margin, 0);
    hintLayout->addWidget(m_keyHint);
    layout->addWidget(m_hintBox);
    m_hintBox->hide();
    layout->addWidget(m_empty, 1);
    auto *content = new QWidget;
    m_runs = new QVBoxLayout(content);
    m_runs->setContentsMargins(margin, 12, margin, margin);
    m_runs->setSpacing(24);
    m_runs->addStretch();
    m_scroll->setWidget(content);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->viewport()->installEventFilter(this);
    m_scroll->hide();
    layout->addWidget(m_scroll, 1);
    connect(&session, &CompareSession::runAdded, this, &ResultsPane::addRun);
    connect(&session, &CompareSession::runRemoved, this, &ResultsPane::removeRun);
    connect(&session, &CompareSession::cellChanged, this, [this](int run, int cell) {
        if (RunSection *it = section(run)) {
            it->refresh(cell);
        }
        updateSummary();
    });
    connect(&session, &CompareSession::ticked, this, [this] {
        for (RunSection *it : std::as_const(m_sections)) {
            it->tick();
        }
        updateSummary();
    });
    connect(&keys, &ProviderKeys::changed, this, &ResultsPane::updateSummary);
    connect(&keys, &ProviderKeys::trialChanged, this, &ResultsPane::updateSummary);
    updateSummary();
}

QWidget *ResultsPane::buildBar()
{
    auto *bar = new QWidget;
    bar->setFixedHeight(57);
    m_title = new TextLabel(TextLabel::Voice::Heading, tr("Compare"));
    m_title->setElided(true);
    m_summary = new TextLabel(TextLabel::Voice::Muted);
    m_summary->setObjectName(u"summary"_s);
    m_retryAll = named(new Button(Button::Kind::Normal, tr("&Retry all")), u"retryAll"_s, tr("Retry all"));
    setTip(m_retryAll, tr("Try again all that failed here without being billed."));
    m_cancelAll = named(new Button(Button::Kind::Normal, tr("&Cancel all")), u"cancelAll"_s, tr("Cancel all"));
    m_clear =
        named(new Button(Button::Kind::Normal, tr("C&lear")), u"clearResults"_s, tr("Clear the finished pictures"));
    setTip(m_clear, tr("Take the finished pictures off this page. Their files stay."));
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(margin, 0, margin, 0);
    layout->setSpacing(8);
    layout->addWidget(m_title, 1);
    layout->addWidget(m_summary);
    layout->addSpacing(4);
    layout->addWidget(m_retryAll);
    layout->addWidget(m_cancelAll);
    layout->addWidget(m_clear);
    auto *stop = new QShortcut(Qt::SHIFT | Qt::Key_Escape, this);
    connect(stop, &QShortcut::activated, &m_session, &CompareSession::cancelAll);
    setTip(m_cancelAll, tr("Stop all that is still running (Shift+Esc)"));
    connect(m_retryAll, &QPushButton::clicked, this, &ResultsPane::retryAll);
    connect(m_cancelAll, &QPushButton::clicked, &m_session, &CompareSession::cancelAll);
    connect(m_clear, &QPushButton::clicked, this, [this] { clear(); });
    auto *undo = new QShortcut(QKeySequence::Undo, this);
    connect(undo, &QShortcut::activated, this, &ResultsPane::restore);
    return bar;
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
    const bool hadFocus = m_clear->hasFocus();
    const auto runs = [](int count) { return count == 1 ? tr("1 run") : tr("%1 runs").arg(count); };
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

void ResultsPane::restore()
{
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
    m_runs->insertWidget(place, added, 0, Qt::AlignLeft | Qt::AlignTop);
    connect(added, &RunSection::keyboardMoved, m_scroll,
            [this](QWidget *cell) { m_scroll->ensureWidgetVisible(cell, margin, margin); });
    connect(added, &RunSection::keyWanted, this, &ResultsPane::keyWanted);
    connect(added, &RunSection::pageWanted, this, &ResultsPane::pageWanted);
    connect(added, &RunSection::pictureMenu, this, &ResultsPane::pictureMenu);
    connect(added, &RunSection::seedWanted, this, &ResultsPane::seedWanted);
    connect(added, &RunSection::againWanted, this, &ResultsPane::againWanted);
    connect(added, &RunSection::promptWanted, this, &ResultsPane::promptWanted);
    connect(added, &RunSection::unlockWanted, this, &ResultsPane::unlockWanted);
    connect(added, &RunSection::settingWanted, this, &ResultsPane::settingWanted);
    m_empty->hide();
    m_scroll->show();
    m_scroll->verticalScrollBar()->setValue(0);
    giveRoom(added);
    updateTitles();
    updateSummary();
}

void ResultsPane::removeRun(int run)
{
    if (RunSection *gone = section(run)) {
        m_sections.removeAll(gone);
        gone->hide();
        gone->deleteLater();
    }
    m_empty->setVisible(m_sections.isEmpty());
    m_scroll->setVisible(!m_sections.isEmpty());
    updateTitles();
    updateSummary();
}

void ResultsPane::updateTitles()
{
    for (RunSection *it : std::as_const(m_sections)) {
        it->setTitleShown(it != m_sections.constFirst());
    }
    const CompareRun *newest = m_sections.isEmpty() ? nullptr : m_session.run(m_sections.constFirst()->run());
    setTip(m_title, {});
    m_title->setText(newest ? newest->form.prompt.simplified() : tr("Compare"));
}

void ResultsPane::updateSummary()
{
    const CompareSummary sum = m_session.summary();
    // Each in a place of its own: the second click of a double-click must not meet the other one.
    m_retryAll->setVisible(!m_sections.isEmpty() && m_sections.constFirst()->retryable().size() > 1);
    m_cancelAll->setVisible(sum.cells > 0);
    m_clear->setVisible(sum.cells > 0);
    m_cancelAll->setEnabled(sum.underWay > 0);
    m_clear->setEnabled(sum.underWay == 0);
    if (sum.cells == 0) {
        m_summary->setText({});
        return;
    }
    QStringList parts {tr("%1 of %2 done").arg(sum.done).arg(sum.cells)};
    if (sum.failed > 0) {
        parts.append(tr("%1 failed").arg(sum.failed));
    }
    parts.append(texts::duration(sum.milliseconds));
    parts.append(moneyParts(sum));
    m_summary->setText(parts.join(u" · "_s));
}

void ResultsPane::setKeyHintShown(bool shown)
{
    m_hintBox->setVisible(shown);
}

void ResultsPane::giveRoom(RunSection *it)
{
    const QSize viewport = m_scroll->viewport()->size();
    it->setRoom(QSize(viewport.width() - 2 * margin, viewport.height()));
}

bool ResultsPane::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize) {
        for (RunSection *it : std::as_const(m_sections)) {
            giveRoom(it);
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
