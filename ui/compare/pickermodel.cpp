// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/pickermodel.h"

#include "ui/texts.h"

#include <QRegularExpression>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

/// The lower, the more a name is what was typed: all of it, its beginning, words of it, anything else.
int distance(const ModelChoice &choice, const QString &typed)
{
    const QString name = choice.name.toLower();
    if (name == typed || choice.slug == typed) {
        return 0;
    }
    if (name.startsWith(typed)) {
        const bool endsAWord = !name.at(typed.size()).isLetterOrNumber() && name.at(typed.size()) != u'.';
        return endsAWord ? 1 : 2;
    }
    const QRegularExpression word(u"\\b%1\\b"_s.arg(QRegularExpression::escape(typed)));
    return word.match(name).hasMatch() ? 3 : 4;
}

} // namespace

PickerModel::PickerModel(QObject *parent)
    : QAbstractListModel(parent)
{
}

void PickerModel::setChoices(const QList<ModelChoice> &choices, const QStringList &chosen)
{
    m_choices = choices;
    m_chosen = chosen;
    setFilter(m_filter);
}

void PickerModel::setPrices(const ModelPrices &prices)
{
    for (ModelChoice &choice : m_choices) {
        choice.price = texts::price(prices.value(choice.slug));
    }
    if (rowCount() > 0) {
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
    }
}

void PickerModel::setChosen(const QStringList &chosen)
{
    m_chosen = chosen;
    if (rowCount() > 0) {
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
    }
}

void PickerModel::setFilter(const QString &text)
{
    beginResetModel();
    m_filter = text;
    m_shown.clear();
    const QStringList words = text.toLower().split(u' ', Qt::SkipEmptyParts);
    for (int row = 0; row < m_choices.size(); ++row) {
        const QString &searched = m_choices.at(row).searched;
        if (std::all_of(words.cbegin(), words.cend(), [&](const QString &word) { return searched.contains(word); })) {
            m_shown.append(row);
        }
    }
    const QString name = text.trimmed();
    if (!name.isEmpty()) {
        std::stable_sort(m_shown.begin(), m_shown.end(), [this, typed = name.toLower()](int a, int b) {
            return distance(m_choices.at(a), typed) < distance(m_choices.at(b), typed);
        });
    }
    m_own = m_shown.isEmpty() && !name.isEmpty() ? std::optional(ownServerChoice(name)) : std::nullopt;
    endResetModel();
}

int PickerModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_own ? 1 : static_cast<int>(m_shown.size());
}

QVariant PickerModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount()) {
        return {};
    }
    const ModelChoice &row = choice(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return row.name;
    case Qt::ToolTipRole:
        return texts::tip(row.note);
    case Qt::AccessibleTextRole: {
        const QString state = isChosen(index.row()) ? tr("chosen") : row.available ? tr("not chosen") : row.reason;
        const QString price = row.price.isEmpty() ? tr("price not known yet") : row.price;
        return tr("%1 by %2, %3, %4, %5").arg(row.name, row.maker, row.providers, price, state);
    }
    case ChosenRole:
        return isChosen(index.row());
    default:
        return {};
    }
}

} // namespace lightwell
