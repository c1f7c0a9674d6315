// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/sketchbook/paint/cast.h"

#include "providers/sketchbook/paint/land.h"
#include "providers/sketchbook/paint/subjects/subjects.h"

#include <QHash>

namespace lightwell::sketchbook {

namespace {

struct Role
{
    void (*draw)(Figure &);
    double height;
    double breadth;
};

const QHash<Subject, Role> &roles()
{
    static const QHash<Subject, Role> table = {
        {Subject::Lighthouse, {drawLighthouse, 0.42, 0.3}},
        {Subject::House, {drawHouse, 0.17, 1.2}},
        {Subject::Cabin, {drawCabin, 0.16, 1.3}},
        {Subject::Castle, {drawCastle, 0.34, 1.2}},
        {Subject::Church, {drawChurch, 0.28, 0.9}},
        {Subject::Windmill, {drawWindmill, 0.34, 0.8}},
        {Subject::Bridge, {drawBridge, 0.22, 3.0}},
        {Subject::Pyramid, {drawPyramid, 0.3, 1.6}},
        {Subject::Temple, {drawTemple, 0.36, 0.8}},
        {Subject::Train, {drawTrain, 0.1, 5.0}},
        {Subject::Sailboat, {drawSailboat, 0.26, 1.1}},
        {Subject::Rowboat, {drawRowboat, 0.07, 3.0}},
        {Subject::Ship, {drawShip, 0.18, 2.0}},
        {Subject::Galleon, {drawGalleon, 0.4, 1.1}},
        {Subject::Sunflower, {drawSunflower, 0.34, 0.5}},
        {Subject::Parrot, {drawParrot, 0.34, 0.7}},
        {Subject::Tent, {drawTent, 0.14, 1.5}},
        {Subject::Campfire, {drawCampfire, 0.11, 1.0}},
        {Subject::Balloon, {drawBalloon, 0.3, 0.75}},
        {Subject::Birds, {drawBird, 0.035, 2.0}},
        {Subject::Airplane, {drawAirplane, 0.08, 2.6}},
        {Subject::Rocket, {drawRocket, 0.4, 0.4}},
        {Subject::Cat, {drawCat, 0.26, 0.7}},
        {Subject::Dog, {drawDog, 0.27, 0.8}},
        {Subject::Fox, {drawFox, 0.27, 0.9}},
        {Subject::Owl, {drawOwl, 0.3, 0.6}},
        {Subject::Deer, {drawDeer, 0.34, 0.8}},
        {Subject::Horse, {drawHorse, 0.3, 1.1}},
        {Subject::Camel, {drawCamel, 0.2, 1.15}},
        {Subject::Bear, {drawBear, 0.26, 1.2}},
        {Subject::Rabbit, {drawRabbit, 0.2, 0.7}},
        {Subject::Elephant, {drawElephant, 0.3, 1.2}},
        {Subject::Penguin, {drawPenguin, 0.22, 0.6}},
        {Subject::Whale, {drawWhale, 0.2, 1.4}},
        {Subject::Fish, {drawFish, 0.12, 1.6}},
        {Subject::Butterfly, {drawButterfly, 0.075, 1.2}},
        {Subject::Dragon, {drawDragon, 0.2, 1.5}},
        {Subject::Tree, {drawTree, 0.46, 0.9}},
        {Subject::Pine, {drawPine, 0.4, 0.45}},
        {Subject::Palm, {drawPalm, 0.46, 0.8}},
        {Subject::Cactus, {drawCactus, 0.3, 0.7}},
        {Subject::Flowers, {drawFlowers, 0.26, 1.0}},
        {Subject::Mushroom, {drawMushroom, 0.24, 0.9}},
        {Subject::Snowman, {drawSnowman, 0.28, 0.6}},
        {Subject::Kettle, {drawKettle, 0.42, 1.1}},
        {Subject::Cup, {drawCup, 0.3, 1.1}},
        {Subject::Apple, {drawApple, 0.22, 0.95}},
        {Subject::Vase, {drawVase, 0.44, 0.55}},
        {Subject::Lantern, {drawLantern, 0.34, 0.35}},
        {Subject::Robot, {drawRobot, 0.38, 0.6}},
        {Subject::Astronaut, {drawAstronaut, 0.34, 0.5}},
        {Subject::Person, {drawPerson, 0.2, 0.4}},
        {Subject::Car, {drawCar, 0.12, 2.2}},
        {Subject::Bicycle, {drawBicycle, 0.18, 1.5}},
        {Subject::Umbrella, {drawUmbrella, 0.28, 0.9}},
        {Subject::Planet, {drawPlanet, 0.3, 1.2}},
    };
    return table;
}

} // namespace

void drawSubject(Canvas &canvas, Subject subject, const Pose &pose)
{
    const auto role = roles().constFind(subject);
    if (role != roles().cend()) {
        Figure figure(canvas, pose);
        role->draw(figure);
    }
}

double heightOf(Subject subject)
{
    const auto role = roles().constFind(subject);
    return role == roles().cend() ? 0.2 : role->height;
}

double breadthOf(Subject subject)
{
    const auto role = roles().constFind(subject);
    return role == roles().cend() ? 1 : role->breadth;
}

void drawGroup(Canvas &canvas, const Mention &mention, const Spot &spot, const Points &ground)
{
    const auto part = static_cast<quint64>(mention.subject) * 64;
    Dice dice = canvas.dice(6000 + part);
    const int count = std::clamp(mention.count, 1, 7);
    const double size = heightOf(mention.subject) * canvas.u() * spot.scale * (count > 2 ? 0.8 : 1.0);
    const double gap = std::max(spot.spread * canvas.u() * 0.5, size * breadthOf(mention.subject) * 0.86);
    const bool mirrored = spot.foot.x() > canvas.w() / 2;
    for (int i = 0; i < count; ++i) {
        Pose pose;
        const double offset = i - (count - 1) / 2.0;
        pose.foot = spot.foot + QPointF(offset * gap + (count > 1 ? dice.bell() * gap * 0.2 : 0), 0);
        if (!ground.isEmpty()) {
            pose.foot.setY(heightAt(ground, pose.foot.x()) + size * 0.02);
        } else if (count > 1) {
            pose.foot.ry() += dice.bell() * size * 0.1;
        }
        pose.size = size * (count > 1 ? dice.between(0.82, 1.08) : 1);
        pose.depth = spot.depth;
        pose.mirrored = count > 1 && dice.chance(0.3) ? !mirrored : mirrored;
        pose.colour = mention.colour;
        pose.hero = true;
        pose.part = part + static_cast<quint64>(i);
        drawSubject(canvas, mention.subject, pose);
    }
}

} // namespace lightwell::sketchbook
