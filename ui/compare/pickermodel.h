// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/compare/modelchoice.h"

#include <QAbstractListModel>

namespace lightwell {

/// The picker's rows. Knows which are chosen, and filters by words: all of them must occur.
class PickerModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role { ChosenRole = Qt::UserRole + 1 };
    explicit PickerModel(QObject *parent = nullptr);

    void setChoices(const QList<ModelChoice> &choices, const QStringList &chosen);
    void setPrices(const ModelPrices &prices); ///< of the choices
    void setChosen(const QStringList &chosen);
    void setFilter(const QString &text);
    [[nodiscard]] const ModelChoice &choice(int row) const { return m_own ? *m_own : m_choices.at(m_shown.at(row)); }
    [[nodiscard]] bool isOwnServer() const { return m_own.has_value(); } ///< nothing known fits what was typed
    [[nodiscard]] bool isChosen(int row) const { return m_chosen.contains(choice(row).slug); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    QList<ModelChoice> m_choices;
    QList<int> m_shown; ///< rows of m_choices
    std::optional<ModelChoice> m_own; ///< the only row, where nothing else fits what was typed
    QStringList m_chosen;
    QString m_filter;
};

} // namespace lightwell
