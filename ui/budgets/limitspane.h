// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/forecast.h"
#include "ui/widgets/card.h"

#include <QHash>
#include <QPointer>

class QStackedWidget;
class QVBoxLayout;

namespace lightwell {

class Button;
class LimitRow;
class TextLabel;

namespace budgettexts {
struct Names;
}

/// The limits there are, each with how full it is, to be changed in place.
class LimitsPane : public Card
{
    Q_OBJECT
public:
    explicit LimitsPane(QWidget *parent = nullptr);
    /// `forecasts`: of those that lead past their limit, by their ids.
    void setStates(const QList<BudgetState> &states, const QHash<qint64, Forecast> &forecasts,
                   const budgettexts::Names &names);
    void setUnknown(const QString &why); ///< the limits cannot be read
    void saved(qint64 id); ///< its form closes
    void setProblem(qint64 id, const QString &text); ///< why it was not saved
    /// As high as its rows, for where it stands alone.
    [[nodiscard]] int wholeHeight() const;

Q_SIGNALS:
    void addWanted();
    void saveWanted(const lightwell::Budget &budget);
    void removeWanted(const lightwell::Budget &budget);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *buildHead();
    QWidget *buildEmpty();
    LimitRow *addRow(qint64 id);
    void arrange();
    void moveFrom(const LimitRow *row, int step);
    void openMenu();
    [[nodiscard]] LimitRow *current() const;
    QHash<qint64, LimitRow *> m_rows;
    QList<BudgetState> m_states; ///< in the order of the ledger
    QList<LimitRow *> m_order; ///< as they stand
    QPointer<LimitRow> m_current;
    TextLabel *m_rule;
    Button *m_sort;
    Button *m_more;
    QStackedWidget *m_body;
    QWidget *m_list;
    QVBoxLayout *m_column;
    TextLabel *m_unknown;
    TextLabel *m_foot;
    bool m_byFullness = false;
};

} // namespace lightwell
