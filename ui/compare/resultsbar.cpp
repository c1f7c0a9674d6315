// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/resultsbar.h"

#include "ui/compare/columns.h"
#include "ui/compare/comparerun.h"
#include "ui/compare/runprogress.h"
#include "ui/compare/summarylabel.h"
#include "ui/shortcuts/keybinding.h"
#include "ui/widgets/button.h"
#include "ui/widgets/hairline.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/names.h"
#include "ui/widgets/plaintext.h"
#include "ui/widgets/segmentedcontrol.h"

#include <QHBoxLayout>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr int barHeight = 57;
constexpr int roomForCancel = 720; ///< narrower panes have its sign only

const QStringList &viewNames() ///< in the order of View
{
    static const QStringList names {u"columns"_s, u"loupe"_s, u"ab"_s};
    return names;
}

} // namespace

ResultsBar::ResultsBar(const Keymap &keymap, QWidget *parent)
    : QWidget(parent)
    , m_views(named(new SegmentedControl, u"views"_s, tr("How pictures are shown")))
    , m_summary(new SummaryLabel)
    , m_progress(named(new RunProgress, u"runProgress"_s, tr("Progress of all pictures")))
{
    m_form = named(new Button(Button::Kind::Normal), u"formToggle"_s, tr("Show the form"));
    m_form->setIcon(themedIcon(Icon::Panel));
    m_form->setCheckable(true);
    m_form->setChecked(true);
    setTip(m_form, tr("Show or hide the form"), keymap, KeyAction::ToggleForm);
    setShortcut(m_form, keymap, KeyAction::ToggleForm);
    m_views->addSegment(viewNames().at(0), tr("Columns"));
    m_views->addSegment(viewNames().at(1), tr("Loupe"));
    m_views->addSegment(viewNames().at(2), tr("A/B"));
    m_summary->setObjectName(u"summary"_s);
    m_export = named(new Button(Button::Kind::Normal, tr("Export…")), u"exportViewed"_s, tr("Export these pictures"));
    m_export->setIcon(themedIcon(Icon::Export));
    m_export->hide();
    setTip(m_export, tr("Export all pictures that are looked at here"));
    m_retryAll = named(new Button(Button::Kind::Normal, tr("&Retry all")), u"retryAll"_s, tr("Retry all"));
    setTip(m_retryAll, tr("Try again all that failed here without being billed."));
    m_cancelAll = named(new Button(Button::Kind::Normal, tr("&Cancel rest")), u"cancelAll"_s, tr("Cancel rest"));
    m_cancelAll->setIcon(themedIcon(Icon::Stop));
    m_clear =
        named(new Button(Button::Kind::Normal, tr("C&lear")), u"clearResults"_s, tr("Clear the finished pictures"));
    setTip(m_clear, tr("Take the finished pictures off this page. Their files stay."));
    m_line = named(new Hairline(Qt::Vertical), u"beforeClear"_s, QString());
    m_line->setFixedHeight(20);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(GridRoom::margin, 0, GridRoom::margin, 0);
    row->setSpacing(8);
    row->addStrut(barHeight); // or what is left of it would stand below the line
    row->addWidget(m_form);
    row->addWidget(m_views);
    row->addStretch();
    row->addWidget(m_summary);
    row->addSpacing(4);
    row->addWidget(m_export);
    row->addWidget(m_retryAll);
    row->addWidget(m_cancelAll);
    row->addSpacing(4);
    row->addWidget(m_line);
    row->addSpacing(4);
    row->addWidget(m_clear);
    setTip(m_cancelAll, tr("Stop all that is still waiting or running"), keymap, KeyAction::CancelRest);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(row, 1);
    column->addWidget(m_progress);
    setFixedHeight(barHeight + m_progress->height());
    connect(m_form, &QPushButton::toggled, this, &ResultsBar::formToggled);
    connect(m_views, &SegmentedControl::chosen, this,
            [this](const QString &id) { Q_EMIT viewWanted(static_cast<View>(viewNames().indexOf(id))); });
    connect(m_export, &QPushButton::clicked, this, &ResultsBar::exportWanted);
    connect(m_retryAll, &QPushButton::clicked, this, &ResultsBar::retryAllWanted);
    connect(m_cancelAll, &QPushButton::clicked, this, &ResultsBar::cancelRestWanted);
    connect(m_clear, &QPushButton::clicked, this, &ResultsBar::clearWanted);
}

void ResultsBar::show(const CompareSummary &sum, bool canRetryAll)
{
    // Each in a place of its own: the second click of a double-click must not meet the other one.
    m_retryAll->setVisible(canRetryAll);
    m_cancelAll->setVisible(sum.cells > 0);
    m_line->setVisible(sum.cells > 0);
    m_clear->setVisible(sum.cells > 0);
    m_cancelAll->setEnabled(sum.underWay > 0);
    m_clear->setEnabled(sum.underWay == 0);
    m_summary->show(sum);
    m_progress->show(sum.cells - sum.underWay, sum.underWay);
    fit();
}

void ResultsBar::setView(View view, int pictures)
{
    m_pictures = pictures;
    m_views->setCurrent(viewNames().at(static_cast<int>(view)));
    m_views->setSegmentEnabled(viewNames().at(2), pictures > 1, tr("There is only one picture so far."));
    fit();
}

void ResultsBar::setCanExport(bool can)
{
    m_canExport = can;
}

void ResultsBar::setFormShown(bool shown)
{
    m_form->setChecked(shown);
}

bool ResultsBar::isViewByKey() const
{
    return m_views->isByKey();
}

void ResultsBar::resizeEvent(QResizeEvent *)
{
    fit();
}

/// Where a narrow pane has no room for the views, a click on a picture leads to them.
void ResultsBar::fit()
{
    m_cancelAll->setText(width() < roomForCancel ? QString() : tr("&Cancel rest"));
    int taken = 2 * GridRoom::margin + m_summary->minimumSizeHint().width() + 28;
    for (const QWidget *widget : std::initializer_list<const QWidget *> {m_form, m_retryAll, m_cancelAll, m_clear}) {
        taken += widget->isHidden() ? 0 : widget->sizeHint().width() + 8;
    }
    taken += m_views->sizeHint().width();
    m_views->setVisible(m_pictures > 0 && taken <= width());
    m_export->setVisible(m_canExport && taken + m_export->sizeHint().width() + 8 <= width());
}

} // namespace lightwell
