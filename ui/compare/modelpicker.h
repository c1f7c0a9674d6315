// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/compare/modelchoice.h"
#include "ui/widgets/popover.h"

class QLineEdit;
class QListView;

namespace lightwell {

class PickerModel;
class TextLabel;

/// The popover in which models are searched and chosen, all by keyboard: type, arrows, Enter, Escape.
class ModelPicker : public Popover
{
    Q_OBJECT
public:
    explicit ModelPicker(QWidget *parent = nullptr);
    void setChoices(const QList<ModelChoice> &choices, const QStringList &chosen);
    void setPrices(const ModelPrices &prices);
    void setChosen(const QStringList &chosen);
    void openBelow(QWidget *anchor);
    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void toggled(const QString &model);

private:
    void take(int row);
    void select(int row);
    void updateCount();
    [[nodiscard]] QSize wantedSize() const; ///< whole rows, as many as there are and fit
    QLineEdit *m_search;
    QListView *m_view;
    PickerModel *m_list;
    TextLabel *m_foot;
    int m_room = 0; ///< the most height the card may take
};

} // namespace lightwell
