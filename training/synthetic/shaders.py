"""The GLSL programs that light a hand: soft light, reddened edges, nails, creases and grain."""

from __future__ import annotations

VERTEX_SHADER = """
#version 330
uniform mat4 projection;
in vec3 position; in vec3 normal; in vec3 albedo; in vec2 shade; in vec4 detail; in vec3 place; in vec2 crease;
out vec3 v_position; out vec3 v_normal; out vec3 v_albedo; out vec2 v_shade; out vec4 v_detail;
out vec3 v_place; out vec2 v_crease;
void main() {
    gl_Position = projection * vec4(position, 1.0);
    v_position = position; v_normal = normal; v_albedo = albedo; v_shade = shade; v_detail = detail;
    v_place = place; v_crease = crease;
}
"""

FRAGMENT_SHADER = """
#version 330
uniform vec3 light_direction; uniform vec3 light_colour; uniform vec3 sky; uniform vec3 ground;
uniform float gloss; uniform vec3 blood; uniform vec3 nail_colour; uniform float grain;
in vec3 v_position; in vec3 v_normal; in vec3 v_albedo; in vec2 v_shade; in vec4 v_detail;
in vec3 v_place; in vec2 v_crease;
out vec4 colour;

float random(vec3 p) {
    p = fract(p * vec3(0.1031, 0.1030, 0.0973));
    p += dot(p, p.yxz + 33.33);
    return fract((p.x + p.y) * p.z);
}

float noise(vec3 p) {
    vec3 i = floor(p);
    vec3 f = fract(p);
    f = f * f * (3.0 - 2.0 * f);
    vec4 near = vec4(random(i), random(i + vec3(1, 0, 0)), random(i + vec3(0, 1, 0)), random(i + vec3(1, 1, 0)));
    i.z += 1.0;
    vec4 far = vec4(random(i), random(i + vec3(1, 0, 0)), random(i + vec3(0, 1, 0)), random(i + vec3(1, 1, 0)));
    vec4 z = mix(near, far, f.z);
    vec2 y = mix(z.xy, z.zw, f.y);
    return mix(y.x, y.y, f.x) - 0.5;
}

float line(float distance_m, float width_m) { return exp(-distance_m * distance_m / (width_m * width_m)); }

float segment(vec2 p, vec2 a, vec2 b) {
    vec2 along = b - a;
    return length(p - a - along * clamp(dot(p - a, along) / dot(along, along), 0.0, 1.0));
}

// How deep the point lies in a crease: on the inner side of joints, over knuckles, in the three lines of a palm.
float creases() {
    float palm = v_crease.y;
    float joint = abs(v_crease.x - round(v_crease.x)) * 0.028;
    float on_finger = step(1.6, v_crease.x) * step(v_crease.x, 3.4);
    float inner = palm * (line(joint, 0.0009) + 0.4 * line(joint - 0.0022, 0.0008));
    float wrinkles = (1.0 - palm) * line(joint, 0.0042) * (0.5 + 0.5 * cos(joint * 3700.0));
    vec2 p = v_place.xy + 0.0015 * vec2(noise(v_place * 120.0), noise(v_place * 120.0 + 9.0));
    float life = line(length(p - vec2(0.034, 0.040)) - 0.033, 0.0011) * step(p.x, 0.026) * step(0.012, p.y);
    float head = line(segment(p + vec2(0.0, 6.0 * p.x * p.x), vec2(0.026, 0.070), vec2(-0.022, 0.054)), 0.0011);
    vec2 q = p - vec2(0.0, 9.0 * (p.x + 0.020) * (p.x + 0.020));
    float heart = line(segment(q, vec2(-0.040, 0.066), vec2(0.012, 0.076)), 0.0011);
    float lines = step(0.6, palm) * step(v_crease.x, 1.2) * step(0.0, v_place.z) * max(life, max(head, heart));
    return on_finger * (0.32 * inner + 0.25 * wrinkles) + 0.22 * lines;
}

void main() {
    vec3 n = normalize(v_normal);
    vec3 eye = normalize(-v_position);
    if (dot(n, eye) < 0.0) n = normalize(n - 1.02 * dot(n, eye) * eye);
    float skin = max(v_detail.w, 0.0);
    float metal = max(-v_detail.w, 0.0);
    vec3 albedo = v_albedo;
    float nail = skin * (1.0 - smoothstep(0.8, 1.05, length(v_detail.xy))) * smoothstep(0.25, 0.5, v_detail.z);
    float rough = grain * (1.0 - nail) * (1.0 - metal);
    float patches = noise(v_place * 75.0);
    float pores = noise(v_place * 650.0);
    albedo *= 1.0 + rough * (vec3(0.10, 0.20, 0.20) * patches + 0.16 * noise(v_place * 240.0) + 0.14 * pores);
    albedo *= 1.0 - rough * skin * creases() * vec3(0.75, 0.95, 1.0);
    n = normalize(n + rough * 0.22 * vec3(pores, noise(v_place * 650.0 + 17.0), noise(v_place * 650.0 + 31.0)));
    albedo = mix(albedo, nail_colour, 0.75 * nail);
    float facing = dot(n, light_direction);
    // Light bleeds around edges of skin and reddens there.
    vec3 wrap = skin * blood;
    vec3 diffuse = clamp((vec3(facing) + wrap) / (1.0 + wrap), 0.0, 1.0);
    vec3 ambient = mix(ground, sky, 0.5 + 0.5 * n.y) * v_shade.x;
    vec3 halfway = normalize(light_direction + eye);
    float shine = (gloss + 0.25 * nail + 0.6 * metal) * pow(max(dot(n, halfway), 0.0), 22.0 + 50.0 * nail) * v_shade.y;
    // The surface of skin mirrors the room whatever its colour: 2.8 % at right angles (refractive index 1.4), more
    // at the edges. Source: T. Igarashi, K. Nishino, S. K. Nayar, "The appearance of human skin: a survey", 2007.
    float grazing = pow(1.0 - max(dot(n, eye), 0.0), 5.0);
    float mirror = skin * (0.028 + 0.35 * grazing);
    mirror += metal * 0.5;
    vec3 mirrored = mix(ground, sky, 0.5 + 0.5 * reflect(-eye, n).y) * v_shade.x;
    vec3 lit = albedo * (light_colour * diffuse * v_shade.y + ambient) + shine * light_colour + mirror * mirrored;
    colour = vec4(pow(clamp(lit, 0.0, 1.0), vec3(1.0 / 2.2)), 1.0);
}
"""
