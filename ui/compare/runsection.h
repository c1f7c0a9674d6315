// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/compare/cellways.h"
#include "ui/compare/columns.h"
#include "ui/compare/recall.h"
#include "ui/compare/runplaces.h"

#include <QTimer>
#include <QWidget>

class QMenu;

namespace lightwell {

class AddPlace;
class CellActions;
class CellWidget;
class CompareSession;
class ProviderKeys;
class RunHead;
class RunLine;
class SteadyClock;

/// One run: its cells in a grid, and once there is a newer one a line over them, to which they fold. With one picture
/// each the cells flow; with several each model has a column, whose name stays in sight while they are scrolled. Of
/// many cells the first are there at once and the others soon, some at a time: nobody's click waits for all of them.
class RunSection : public QWidget
{
    Q_OBJECT
public:
    RunSection(int run, CompareSession &session, const ProviderKeys &keys, CellActions &actions,
               const SteadyClock &clock, QWidget *parent = nullptr);
    [[nodiscard]] int run() const { return m_run; }
    /// Null: it is folded, or the cell is still to come.
    [[nodiscard]] CellWidget *cell(int index) const { return m_cells.value(index); }
    [[nodiscard]] CellWidget *madeCell(int index); ///< unfolds for it; null: there is none
    [[nodiscard]] QList<int> retryable() const; ///< the cells that failed unbilled and can be tried again as they are
    /// The newest has no line and is never folded; it folds when a newer one comes.
    void setNewest(bool newest);
    [[nodiscard]] bool isFolded() const { return m_cells.isEmpty(); }
    void setFolded(bool folded);
    void setPane(QSize pane); ///< what the whole of it is shown in
    /// What of the section is in sight: its head and its line stay there, and pictures far from it are let go.
    void setSeen(const QRect &seen);
    void refresh(int cell);
    void takeNewCells(); ///< the run has more of them
    void setChosen(const QList<int> &cells); ///< for the Loupe and A/B: they show their numbers
    void tick();
    [[nodiscard]] bool arePicturesShown() const; ///< every finished picture in sight is on the screen
    /// On the first of its cells, or the last, or its line.
    void takeKeyboard(bool fromAbove);

Q_SIGNALS:
    void enlargeWanted(int run, int cell);
    void againWanted(int run, const QList<int> &cells); ///< as many pictures more, paid anew
    void offWanted(int run, int cell); ///< off the page
    void wayWanted(int run, int cell, const lightwell::CellWay &way); ///< another request in its place, paid anew
    void additionWanted(int run, QWidget *place); ///< one more model, which is chosen there
    void removalWanted(const QString &model); ///< from the form
    void promptWanted(int run, int cell); ///< to say it otherwise
    void unlockWanted();
    void settingWanted(const QString &control); ///< on the settings page, by its object name
    void keyWanted(const QString &provider);
    void pageWanted(const QString &provider); ///< the vendor's, where its account is
    void recallWanted(int run, int cell, lightwell::Recall what); ///< into the form
    void explainWanted(int run, int cell);
    void pictureMenu(QMenu *menu, int run, int cell);
    void keyboardMoved(QWidget *cell); ///< bring it into view
    void keyboardLeft(int rows); ///< an arrow leads beyond the section: up or down
    void arranged(); ///< its size or what is in it is another

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void addCells(int most); ///< that are still to come
    void addCell(int index);
    [[nodiscard]] bool isWhole() const; ///< all its cells are there
    [[nodiscard]] bool hasAddPlace() const; ///< a place is left in the last row
    [[nodiscard]] RunPlaces places() const;
    void focus(QWidget *place);
    void takeOff(int index);
    void refreshCutOff(int index);
    void arrange();
    void moveKeyboard(QWidget *from, int columns, int rows);
    void letGo(); ///< pictures that are far away
    void keepLineInSight();
    [[nodiscard]] bool hasColumns() const;
    int m_run;
    CompareSession &m_session;
    const ProviderKeys &m_keys;
    CellActions &m_actions;
    const SteadyClock &m_clock;
    RunLine *m_line;
    AddPlace *m_add;
    RunHead *m_head = nullptr; ///< null: the cells flow, and say their model
    QList<CellWidget *> m_cells; ///< none: it is folded
    QTimer m_others; ///< that are still to come
    QList<int> m_chosen;
    QSize m_pane;
    std::optional<CellGrid> m_grid;
    double m_shape = 0; ///< it was made for
    int m_shown = 0; ///< likewise: cells
    QRect m_seen;
    int m_headTop = 0;
    bool m_newest = false;
};

} // namespace lightwell
