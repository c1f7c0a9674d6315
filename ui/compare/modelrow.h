// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/sign.h"

#include <QWidget>

#include <optional>

namespace lightwell {

class Button;
class TextLabel;

/// A chosen model, as wide as the form: its name, the size it will make, its price and a way to take it away. A sign
/// takes the place of the size where there is something to know. Where it is narrow the size goes first, then the words
/// of the sign. Delete takes it away, Alt with the arrows or the mouse moves it.
class ModelRow : public QWidget
{
    Q_OBJECT
public:
    /// What is to be known of it.
    struct Remark
    {
        Meaning meaning = Meaning::Warning;
        std::optional<Icon> icon; ///< in place of the one of its meaning
        QString words; ///< "3:2, not 16:9"; empty: the sign alone, beside the size
        QString whole; ///< in full
        bool isHeldBack = false; ///< nothing will be made by it
    };
    ModelRow(const QString &model, const QString &name, QWidget *parent = nullptr);
    void setSize(const QString &size);
    void setPrice(const QString &price, const QString &why = {}); ///< `why` this offer is the one
    [[nodiscard]] int priceWidth() const; ///< what its price takes
    void setPriceColumn(int width); ///< its price takes this at least, so that the sizes of all rows are in one column
    void setRemark(const std::optional<Remark> &remark);
    [[nodiscard]] QString model() const { return m_model; }
    [[nodiscard]] Button *removeButton() const { return m_remove; } ///< has the keyboard for the row
    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void removeRequested(const QString &model);
    void moveRequested(const QString &model, int by); ///< rows down
    void remedyRequested(const QString &model); ///< of what its sign says

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    void fit();
    void showRemove();
    QString m_model;
    std::optional<Remark> m_remark;
    TextLabel *m_name;
    Sign *m_sign;
    TextLabel *m_words;
    TextLabel *m_size;
    TextLabel *m_price;
    Button *m_remove;
    std::optional<int> m_pressedAt; ///< y
    bool m_moved = false;
};

} // namespace lightwell
