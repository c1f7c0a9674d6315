// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QGridLayout;
class QMenu;

namespace lightwell {

class CellActions;
class CellWidget;
class CompareSession;
class ProviderKeys;
class SteadyClock;

/// One run as a grid: a column for each model, a row for each picture.
class RunSection : public QWidget
{
    Q_OBJECT
public:
    RunSection(int run, CompareSession &session, const ProviderKeys &keys, CellActions &actions,
               const SteadyClock &clock, QWidget *parent = nullptr);
    [[nodiscard]] int run() const { return m_run; }
    [[nodiscard]] CellWidget *cell(int index) const { return m_cells.value(index); }
    [[nodiscard]] QList<int> retryable() const; ///< the cells that failed unbilled and can be tried again as they are
    void setTitleShown(bool shown); ///< the prompt, needed once there are several runs
    void setRoom(QSize viewport); ///< so that a whole row fits on the screen
    void refresh(int cell);
    void tick();
    [[nodiscard]] bool arePicturesShown() const; ///< every finished picture is on the screen

Q_SIGNALS:
    void againWanted(int run, const QList<int> &cells); ///< as many pictures more, paid anew
    void promptWanted(); ///< to say it otherwise
    void unlockWanted();
    void settingWanted(const QString &control); ///< on the settings page, by its object name
    void keyWanted(const QString &provider);
    void pageWanted(const QString &provider); ///< the vendor's, where its account is
    void seedWanted(qint64 seed);
    void pictureMenu(QMenu *menu, int run, int cell);
    void keyboardMoved(QWidget *cell); ///< bring it into view

private:
    void addHeaders();
    void arrange();
    void moveKeyboard(int from, int columns, int rows);
    [[nodiscard]] double tallestShape() const; ///< height over width
    int m_run;
    CompareSession &m_session;
    QWidget *m_title;
    QGridLayout *m_grid;
    QList<CellWidget *> m_cells;
    QSize m_room;
};

} // namespace lightwell
