// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/library/picturemarks.h"
#include "core/wording/names.h"
#include "ui/compare/failuretext.h"
#include "ui/compare/recall.h"
#include "ui/widgets/card.h"

#include <QTimer>

class QMenu;

namespace lightwell {

class CellActions;
class CellFooter;
class CompareSession;
class PictureView;
class ProviderKeys;
class SteadyClock;
class StatePanel;
struct CompareCell;

/// One cell of the grid: the picture or its state, and its caption.
class CellWidget : public Card
{
    Q_OBJECT
public:
    struct Place
    {
        int run = 0;
        int cell = 0;
        QString modelName;
        bool isUnderName = false; ///< of its model, which stands over the column
    };
    CellWidget(const Place &place, CompareSession &session, const ProviderKeys &keys, CellActions &actions,
               const SteadyClock &clock, QWidget *parent = nullptr);
    void refresh();
    void tick(); ///< only the time moves
    void setGroundHeight(int height);
    [[nodiscard]] int captionHeight() const; ///< with the border of the cell
    [[nodiscard]] PictureView *picture() const { return m_picture; }
    [[nodiscard]] bool isRetryable() const; ///< it failed, nothing was billed, and the same again may work
    /// Puts the keyboard on the picture, or on what stands in its place.
    void takeKeyboard();
    void openMenu(const QPoint &globalPosition); ///< of all that can be done with it
    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void enlargeWanted();
    void againWanted(); ///< one picture more, paid anew
    void offWanted(); ///< off the page
    void wayWanted(const lightwell::CellWay &way); ///< the same, of another request
    void allAgainWanted(); ///< all of the run that can be tried again
    void removalWanted(const QString &model); ///< from the form
    void promptWanted(); ///< to say this one's otherwise
    void unlockWanted();
    void settingWanted(const QString &control); ///< on the settings page, by its object name
    void keyWanted(const QString &provider);
    void pageWanted(const QString &provider); ///< the vendor's, where its account is
    void moveWanted(int columns, int rows); ///< an arrow key: on to another cell
    void pictureMenu(QMenu *menu); ///< of a finished picture, about to open: more may be added
    void recallWanted(lightwell::Recall what); ///< into the form
    void explainWanted(); ///< why it went as it did, and what was sent

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] const CompareCell *cell() const;
    [[nodiscard]] QString provider() const; ///< the id of the one that is or was asked last
    [[nodiscard]] Names names() const;
    [[nodiscard]] FailureText failure() const; ///< of a cell that has ended without a picture
    /// Of a press at this moment. If so, what follows at once is so too.
    bool isPartOfStep();
    void cancel();
    [[nodiscard]] PictureMark mark() const;
    void toggle(picturemarks::Mark which);
    [[nodiscard]] WaysOut waysOut(const CompareCell &cell) const;
    [[nodiscard]] int waitSeconds(const CompareCell &cell); ///< as the provider wished, before the next try
    void countDown();
    void takeStep(const FailureAction &action);
    void addSteps(QMenu *menu);
    void addExplain(QMenu *menu);
    void addPictureActions(QMenu *menu, const CompareCell &cell);
    void addRecalls(QMenu *menu, const CompareCell &cell);
    Place m_place;
    CompareSession &m_session;
    const ProviderKeys &m_keys;
    CellActions &m_actions;
    PictureView *m_picture;
    StatePanel *m_state;
    CellFooter *m_footer;
    const SteadyClock &m_clock;
    QString m_waitsFor; ///< the generation whose next try waits
    qint64 m_waitsUntil = 0; ///< on the clock
    QTimer m_countdown;
    FailureText m_failure; ///< as it is shown: a press does what its button says
    std::optional<qint64> m_steppedAt; ///< or the last press since then that is part of that one
};

} // namespace lightwell
