// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/standins/vendorstandin.h"

#include <QJsonArray>

namespace lightwell::test {

/// What stand-ins of vendors have in common that answer a POST with the pictures themselves: the key, the paths, fields
/// and legal values by the vendor's table, and pictures that go in. Each says how it tells errors and pictures.
///
/// Points to script: "generation", "edit", "models".
class ImagesApiStandIn : public VendorStandIn
{
public:
    void setEmptyAccount(bool empty) { m_empty = empty; }

protected:
    struct Api
    {
        QString provider;
        QByteArray key;
        QString generations; ///< path; one that ends with a slash is followed by the model's id
        QString edits {}; ///< path; empty: there are none
        QString models = QStringLiteral("/v1/models");
    };
    enum class Fault { Key, Path, Body, Model, Field, Funds };
    /// A POST that was well so far. Uploads stand in `body` as data URLs: "image" a list of them, "mask" one.
    struct Order
    {
        QString point;
        QString model;
        QJsonObject body;
    };

    explicit ImagesApiStandIn(Api api);

    [[nodiscard]] QString pointOf(const Received &request) const override;
    [[nodiscard]] Reply answer(const Received &request, const QString &point) override;

    [[nodiscard]] virtual Reply refused(Fault fault, const QString &message, const QString &field) const = 0;
    /// Nothing: the body cannot be read.
    [[nodiscard]] virtual std::optional<Order> orderIn(const Received &request, const QString &point) const;
    /// The id by which the vendor's table knows the model that is asked for.
    /// Without a size: whatever picture it edits. Others make something like that.
    [[nodiscard]] virtual bool makesUsualShape(const QString &) const { return false; }
    [[nodiscard]] virtual QString modelIn(const QString &path, const QJsonObject &body) const;
    /// The vendor's rules beside its table.
    [[nodiscard]] virtual std::optional<Reply> faultIn(const Order &order);
    /// The answer of the work, which counts as billed.
    [[nodiscard]] virtual Reply make(const Order &order) = 0;
    [[nodiscard]] virtual Reply modelList() const;

    /// A picture of the size that the order asks for by "size", "width" and "height", or a ratio of `pixels`.
    [[nodiscard]] QByteArray painted(const Order &order, ImageFormat format, int index,
                                     qint64 pixels = 1024LL * 1024) const;
    /// Nothing: the value is neither an https address nor a data URL with a picture in it.
    [[nodiscard]] static bool isPicture(const QJsonValue &value);
    [[nodiscard]] const Api &api() const { return m_api; }

private:
    [[nodiscard]] Reply take(const Order &order);

    Api m_api;
    bool m_empty = false;
};

} // namespace lightwell::test
