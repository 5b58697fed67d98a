import { NodeProgram } from 'sigma/rendering';
import type { NodeDisplayData, RenderParams } from 'sigma/types';
import { floatColor } from 'sigma/utils';
import type { Ink } from './scene';

/** What the shader draws of a seat, in units of the gap between two seats. */
export interface SeatShape {
  radius: number;
  ring: number;
  /** 0 to 4: strokes of strain; −1: vacant. */
  level: number;
  /** 0: none; 1: the keyboard is here; 2: its card is open. */
  mark: number;
  /** Place in the order of drawing: what is large lies below. */
  rank: number;
}

const uniforms = ['u_matrix', 'u_sizeRatio', 'u_correctionRatio', 'u_ring', 'u_surface', 'u_vacant', 'u_focus', 'u_text', 'u_onDark'] as const;

const vertexShader = /* glsl */ `
attribute vec4 a_id;
attribute vec2 a_position;
attribute vec4 a_shape;
attribute vec4 a_color;
attribute float a_angle;
uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform float u_correctionRatio;
varying vec2 v_at;
varying vec4 v_shape;
varying vec4 v_color;

void main() {
  // All lengths in pixels from here on.
  v_shape = vec4(a_shape.xy / u_sizeRatio, a_shape.zw);
  float reach = v_shape.x + max(v_shape.y + 3.0, a_shape.w > 0.5 ? 10.0 : 3.0);
  v_at = 2.0 * reach * vec2(cos(a_angle), sin(a_angle));
  gl_Position = vec4((u_matrix * vec3(a_position + v_at * 2.0 * u_correctionRatio, 1.0)).xy, 0.0, 1.0);
  #ifdef PICKING_MODE
  v_color = a_id;
  #else
  v_color = a_color;
  #endif
  v_color.a *= 255.0 / 254.0;
}
`;

const fragmentShader = /* glsl */ `
precision highp float;
varying vec2 v_at;
varying vec4 v_shape;
varying vec4 v_color;
uniform vec3 u_ring;
uniform vec3 u_surface;
uniform vec3 u_vacant;
uniform vec3 u_focus;
uniform vec3 u_text;
uniform vec3 u_onDark;

float band(float distance, float middle, float width) {
  return clamp(width / 2.0 + 0.5 - abs(distance - middle), 0.0, 1.0);
}

// Colours with their share of the pixel, one over the other.
vec4 over(vec4 below, vec3 colour, float share) {
  return vec4(colour * share, share) + below * (1.0 - share);
}

float dashes(float radius, float on, float off) {
  float along = (atan(v_at.y, v_at.x) + 3.14159265) * radius;
  return step(fract(along / (on + off)), on / (on + off));
}

float strokes(float radius, float level) {
  float across = dot(v_at, vec2(0.70710678));
  float along = dot(v_at, vec2(-0.70710678, 0.70710678));
  float share = 0.0;
  for (int k = 1; k <= 4; k++) {
    if (float(k) > level) break;
    float offset = (float(k) / (level + 1.0) - 0.5) * 1.6 * radius;
    float half_ = sqrt(max(0.0, radius * radius * 0.72 - offset * offset));
    share = max(share, band(across, offset, 0.9) * clamp(half_ + 0.5 - abs(along), 0.0, 1.0));
  }
  return share * 0.55;
}

void main() {
  float distance = length(v_at);
  float radius = v_shape.x;
  float level = v_shape.z;
  #ifdef PICKING_MODE
  gl_FragColor = distance > radius + v_shape.y + 1.0 ? vec4(0.0) : v_color;
  #else
  vec4 pixel = vec4(0.0);
  float disc = clamp(radius + 0.5 - distance, 0.0, 1.0);
  if (level < -0.5) {
    pixel = over(pixel, u_surface, disc);
    pixel = over(pixel, u_vacant, band(distance, radius, 1.4) * (radius > 4.0 ? dashes(radius, 3.0, 2.5) : 1.0));
  } else {
    if (v_shape.y > 0.0) pixel = over(pixel, u_ring, band(distance, radius + 1.0 + v_shape.y / 2.0, v_shape.y));
    pixel = over(pixel, v_color.rgb, disc);
    pixel = over(pixel, u_surface, band(distance, radius, 1.0));
    if (radius > 4.5 && level > 0.5) pixel = over(pixel, level > 2.5 ? u_onDark : u_text, strokes(radius, level));
  }
  if (v_shape.w > 0.5) pixel = over(pixel, u_focus, band(distance, radius + 7.0, 2.0) * (v_shape.w < 1.5 ? 1.0 : dashes(radius + 7.0, 5.0, 3.0)));
  gl_FragColor = pixel;
  #endif
}
`;

/** Draws seats: size is authority, ring is power, colour and strokes are strain, a dashed circle is a vacancy. */
export class SeatProgram extends NodeProgram<(typeof uniforms)[number]> {
  static ink: Ink;

  getDefinition() {
    const { FLOAT, UNSIGNED_BYTE, TRIANGLES } = WebGLRenderingContext;
    return {
      VERTICES: 3, VERTEX_SHADER_SOURCE: vertexShader, FRAGMENT_SHADER_SOURCE: fragmentShader, METHOD: TRIANGLES, UNIFORMS: uniforms,
      ATTRIBUTES: [
        { name: 'a_position', size: 2, type: FLOAT }, { name: 'a_shape', size: 4, type: FLOAT },
        { name: 'a_color', size: 4, type: UNSIGNED_BYTE, normalized: true }, { name: 'a_id', size: 4, type: UNSIGNED_BYTE, normalized: true },
      ],
      // A triangle around the seat.
      CONSTANT_ATTRIBUTES: [{ name: 'a_angle', size: 1, type: FLOAT }],
      CONSTANT_DATA: [[0], [(2 * Math.PI) / 3], [(4 * Math.PI) / 3]],
    };
  }

  override process(nodeIndex: number, _: number, data: NodeDisplayData): void {
    super.process(nodeIndex, (data as NodeDisplayData & SeatShape).rank, data);
  }

  processVisibleItem(nodeIndex: number, start: number, data: NodeDisplayData): void {
    const seat = data as NodeDisplayData & SeatShape;
    this.array.set([seat.x, seat.y, seat.radius, seat.ring, seat.level, seat.mark, floatColor(seat.color), nodeIndex], start);
  }

  setUniforms(params: RenderParams, { gl, uniformLocations }: { gl: WebGLRenderingContext | WebGL2RenderingContext; uniformLocations: Record<(typeof uniforms)[number], WebGLUniformLocation> }): void {
    const { ink } = SeatProgram;
    gl.uniformMatrix3fv(uniformLocations.u_matrix, false, params.matrix);
    gl.uniform1f(uniformLocations.u_sizeRatio, params.sizeRatio);
    gl.uniform1f(uniformLocations.u_correctionRatio, params.correctionRatio);
    for (const name of ['ring', 'surface', 'vacant', 'focus', 'text', 'onDark'] as const) gl.uniform3fv(uniformLocations[`u_${name}`], rgb(ink[name]));
  }
}

/** Red, green, blue as shares of one, and opacity. */
export function rgba(colour: string): [number, number, number, number] {
  if (colour.startsWith('#')) {
    const digits = colour.length < 6 ? colour.slice(1).replace(/./g, '$&$&') : colour.slice(1);
    const [r, g, b, a] = [0, 2, 4, 6].map(k => parseInt(digits.slice(k, k + 2) || 'ff', 16) / 255);
    return [r, g, b, a];
  }
  const [r, g, b, a] = (colour.match(/[\d.]+/g) ?? ['0', '0', '0']).map(Number);
  return [r / 255, g / 255, b / 255, a ?? 1];
}

function rgb(colour: string): [number, number, number] {
  const [r, g, b] = rgba(colour);
  return [r, g, b];
}
