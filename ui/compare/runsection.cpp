// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/runsection.h"

#include "ui/compare/cellwidget.h"
#include "ui/compare/comparesession.h"
#include "ui/compare/pictureview.h"
#include "ui/widgets/plaintext.h"
#include "ui/widgets/textlabel.h"

#include <QGridLayout>
#include <QLocale>
#include <QMenu>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr int narrowestColumn = 140;
constexpr int widestColumn = 760;
constexpr int lowestGround = 120;
constexpr int gap = 12;
constexpr int footerRoom = 110; ///< header, footer and margins around a picture

} // namespace

RunSection::RunSection(int run, CompareSession &session, const ProviderKeys &keys, CellActions &actions,
                       const SteadyClock &clock, QWidget *parent)
    : QWidget(parent)
    , m_run(run)
    , m_session(session)
    , m_title(new QWidget)
    , m_grid(new QGridLayout)
{
    setObjectName(u"run.%1"_s.arg(run));
    const CompareRun *it = session.run(run);
    auto *titleLayout = new QHBoxLayout(m_title);
    titleLayout->setContentsMargins(0, 0, 0, 0);
    auto *prompt = new TextLabel(TextLabel::Voice::Small, it->title());
    prompt->setElided(true);
    titleLayout->addWidget(prompt, 1);
    titleLayout->addWidget(
        new TextLabel(TextLabel::Voice::Small, QLocale().toString(it->startedAt.time(), QLocale::ShortFormat)));
    m_title->hide();
    m_grid->setHorizontalSpacing(gap);
    m_grid->setVerticalSpacing(gap);
    addHeaders();
    const auto columns = static_cast<int>(it->columns.size());
    for (int index = 0; index < it->cells.size(); ++index) {
        auto *cell = new CellWidget({run, index, it->columns.at(index % columns).name}, session, keys, actions, clock);
        m_cells.append(cell);
        m_grid->addWidget(cell, 1 + index / columns, index % columns);
        connect(cell, &CellWidget::keyWanted, this, &RunSection::keyWanted);
        connect(cell, &CellWidget::pageWanted, this, &RunSection::pageWanted);
        connect(cell, &CellWidget::seedWanted, this, &RunSection::seedWanted);
        connect(cell, &CellWidget::pictureMenu, this,
                [this, index](QMenu *menu) { Q_EMIT pictureMenu(menu, m_run, index); });
        connect(cell, &CellWidget::moveWanted, this,
                [this, index](int right, int down) { moveKeyboard(index, right, down); });
        connect(cell, &CellWidget::againWanted, this, [this, index] { Q_EMIT againWanted(m_run, {index}); });
        connect(cell, &CellWidget::promptWanted, this, &RunSection::promptWanted);
        connect(cell, &CellWidget::unlockWanted, this, &RunSection::unlockWanted);
        connect(cell, &CellWidget::settingWanted, this, &RunSection::settingWanted);
    }
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_title);
    layout->addLayout(m_grid);
}

void RunSection::addHeaders()
{
    const QList<CompareColumn> &columns = m_session.run(m_run)->columns;
    for (int column = 0; column < columns.size(); ++column) {
        const CompareColumn &it = columns.at(column);
        auto *header = new QWidget;
        auto *layout = new QHBoxLayout(header);
        layout->setContentsMargins(0, 2, 0, 0);
        layout->setSpacing(8);
        auto *name = new TextLabel(TextLabel::Voice::Strong, it.name);
        auto *maker = new TextLabel(TextLabel::Voice::Small, it.maker);
        name->setElided(true);
        maker->setElided(true);
        maker->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        setTip(header, it.note);
        // The name first; the maker takes what is left.
        maker->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
        layout->addWidget(name);
        layout->addWidget(maker, 1);
        m_grid->addWidget(header, 0, column);
        m_grid->setColumnStretch(column, 1);
    }
}

void RunSection::moveKeyboard(int from, int columns, int rows)
{
    const CompareRun *it = m_session.run(m_run);
    const int width = it ? static_cast<int>(it->columns.size()) : 0;
    const int column = width > 0 ? from % width + columns : -1;
    const int row = width > 0 ? from / width + rows : -1;
    if (column < 0 || column >= width || row < 0 || row >= it->rows()) {
        return;
    }
    CellWidget *to = m_cells.at(it->index(row, column));
    to->takeKeyboard();
    Q_EMIT keyboardMoved(to);
}

void RunSection::setTitleShown(bool shown)
{
    m_title->setVisible(shown);
}

void RunSection::setRoom(QSize viewport)
{
    m_room = viewport;
    arrange();
}

double RunSection::tallestShape() const
{
    double tallest = 0;
    const CompareRun *it = m_session.run(m_run);
    const SizeRequest &asked = it->form.size;
    for (const CompareCell &cell : it->cells) {
        // What the plan promised counts from the start, so that the grid does not jump when pictures arrive.
        const QSize size = cell.picture() ? cell.picture()->size : cell.expected.size;
        if (size.width() > 0) {
            tallest = std::max(tallest, static_cast<double>(size.height()) / size.width());
        }
    }
    if (tallest > 0) {
        return tallest;
    }
    if (asked.pixels && asked.pixels->width() > 0) {
        return static_cast<double>(asked.pixels->height()) / asked.pixels->width();
    }
    return asked.ratio ? 1 / asked.ratio->value() : 1;
}

void RunSection::arrange()
{
    const CompareRun *it = m_session.run(m_run);
    if (!it || it->columns.isEmpty() || m_room.isEmpty()) {
        return;
    }
    const auto columns = static_cast<int>(it->columns.size());
    const int width = std::clamp((m_room.width() - gap * (columns - 1)) / columns, narrowestColumn, widestColumn);
    const int tallest = std::max(180, m_room.height() - footerRoom);
    int height = std::clamp(static_cast<int>(width * tallestShape()), lowestGround, tallest);
    for (const CellWidget *cell : std::as_const(m_cells)) {
        height = std::max(height, cell->neededGroundHeight(width));
    }
    for (int column = 0; column < columns; ++column) {
        m_grid->setColumnMinimumWidth(column, width);
    }
    for (CellWidget *cell : std::as_const(m_cells)) {
        cell->setMinimumWidth(width);
        cell->setMaximumWidth(width);
        cell->setGroundHeight(height);
    }
    setFixedWidth(width * columns + gap * (columns - 1));
}

void RunSection::refresh(int index)
{
    if (CellWidget *cell = m_cells.value(index)) {
        cell->refresh();
        arrange();
    }
}

void RunSection::tick()
{
    for (CellWidget *cell : std::as_const(m_cells)) {
        cell->tick();
    }
}

QList<int> RunSection::retryable() const
{
    QList<int> all;
    for (int index = 0; index < m_cells.size(); ++index) {
        if (m_cells.at(index)->isRetryable()) {
            all.append(index);
        }
    }
    return all;
}

bool RunSection::arePicturesShown() const
{
    return std::all_of(m_cells.cbegin(), m_cells.cend(),
                       [](const CellWidget *cell) { return cell->picture()->isEmpty() || cell->picture()->isShown(); });
}

} // namespace lightwell
